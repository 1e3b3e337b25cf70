/**
 * Jobs on the Windows that `npm run windows` installs. All tests are in one file and run one after the other, because
 * Wine's server has one thread: files that use it at the same time wait for each other.
 */
import "./provision.ts";
import "./jobs.ts";
import "./shared.ts";
import "./pipelines.ts";
