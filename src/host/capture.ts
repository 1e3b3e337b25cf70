import { captureStreams } from "./streams.ts";

// The first import of each program: task-lib writes while it is loaded.
captureStreams();
