import { AUTHORITY } from "./authority.ts";
import { AZ } from "./az.ts";
import { CLIENTS, ROOTS } from "./certificates.ts";
import type { Fix, InputFix } from "./fix.ts";
import { INPUTS } from "./inputs.ts";
import { NETWORK } from "./network.ts";
import { STAMP } from "./stamp.ts";

/** Each of these is followed separately. */
export const FIXES: readonly Fix[] = [...NETWORK, ...STAMP, ...AUTHORITY, ...AZ];

/** Several of these are followed at once. */
export const INPUT_FIXES: readonly InputFix[] = [...INPUTS, ...ROOTS, ...CLIENTS];
