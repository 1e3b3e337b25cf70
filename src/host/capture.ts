import { captureStreams } from "./streams.ts";

// Each entry point imports this first, because task-lib writes while it is loaded.
captureStreams();
