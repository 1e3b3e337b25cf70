import * as core from "@actions/core";
import { lookAround } from "./machine.ts";

core.saveState("before", JSON.stringify(lookAround(process.env)));
