import type { Host } from "../host/host.ts";
import type { KeepPrivate } from "../io/private-places.ts";
import { earlierFolder, forgetJobFolder, type JobFolder, markIncomplete, openJobFolder } from "./job-folder.ts";
import { undoAll, undoDeadJobs } from "./logout.ts";

/** Does work whose changes the job's journal records; if it fails, undoes all of them at once. */
export async function inJobFolder<T>(
  host: Host,
  now: Date,
  keep: KeepPrivate,
  work: (job: JobFolder) => Promise<T>,
): Promise<T> {
  // Azure Pipelines may retry a step (retryCountOnTaskFailure), and post would know only the last try's folder.
  const earlier = earlierFolder(host);
  if (earlier !== undefined) {
    await undoAll(earlier, host, now);
    markIncomplete(host);
  }
  await undoDeadJobs(host, now);
  const job = await openJobFolder(host, keep).catch((error: unknown) => {
    forgetJobFolder(host);
    throw error;
  });
  try {
    const result = await work(job);
    await job.finish();
    await job.close();
    return result;
  } catch (error) {
    await job.close();
    await undoAll(job.folder, host, now);
    throw error;
  }
}
