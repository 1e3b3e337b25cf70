import { expect } from "vitest";

/** The whole log of a post step that undid everything: one line, or none if there was nothing to undo. */
export const POST_LOG = expect.stringMatching(/^(?:azs-login: this machine is as it was before the login\.\n?)?$/);
