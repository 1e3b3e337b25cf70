/**
 * Jobs on the Windows that `npm run windows` makes. All tests in one file, one after the other: Wine's server has one
 * thread, and files that use it at the same time wait for each other.
 */
import "./provision.ts";
import "./jobs.ts";
import "./shared.ts";
import "./pipelines.ts";
