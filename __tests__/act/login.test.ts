import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { SYSTEM_PATH } from "../../emulator/job.ts";
import { type Emulator, type StampOptions, startEmulator } from "../../emulator/server.ts";
import type { Texts } from "../examples/support/workflow.ts";
import { SERVING_AZ } from "../support/azs.ts";
import { idTokenVariables } from "../support/credentials.ts";
import {
  type ActMachine,
  type ActRun,
  checkOut,
  createActMachine,
  describeWithAct,
  homeOf,
  installPackages,
  runWorkflow,
} from "./support/act.ts";

interface Settings {
  readonly stamp?: Partial<StampOptions>;
  readonly vars: (emulator: Emulator) => Texts;
  readonly environment?: (emulator: Emulator) => Texts;
}

interface Job extends ActRun {
  readonly emulator: Emulator;
  readonly machine: ActMachine;
  /** Lines that a step or the login printed, without commands and act's own lines. */
  readonly printed: readonly string[];
}

async function runJob(job: string, { stamp = {}, vars, environment = () => ({}) }: Settings): Promise<Job> {
  const emulator = await startEmulator(stamp);
  onTestFinished(() => emulator.close());
  const machine = await createActMachine();
  await checkOut(machine.repository);
  await installPackages(machine);
  const { endpoint, application, roots, proxyUrl } = emulator;
  const run = await runWorkflow(machine, {
    file: "__tests__/act/workflows/login.yml",
    job,
    vars: { ENDPOINT: endpoint, CLIENT_ID: application.clientId, ROOT: roots.pem, ...vars(emulator) },
    environment: { HTTPS_PROXY: proxyUrl, ...environment(emulator) },
    // The Python that .cache/az uses may be readable by the current user only.
    privileged: true,
  });
  const printed = run.log.split("\n").flatMap((line) => / {3}\| (.*)$/.exec(line)?.[1] ?? []);
  return { ...run, emulator, machine, printed };
}

function groupsCreated({ requests }: Emulator): number {
  return requests.filter(({ method, path: asked }) => method === "PUT" && asked.endsWith("/MyResourceGroup")).length;
}

/** Checks the post steps in their order, and that the last one found nothing to undo. */
async function expectCleanPosts({ log, machine, printed }: Job): Promise<void> {
  const posts = [...log.matchAll(/Success - Post (\S+) \[/g)].map(([, action]) => action);
  expect(posts, log).toEqual(["./", "./emulator/after-post"]);
  expect(printed).toContain("Post left nothing behind.");
  expect(await homeOf(machine)).toEqual([]);
}

describeWithAct("under act", () => {
  test("a job with a certificate logs in, works, prints no secret and leaves nothing", async () => {
    let certificate: readonly string[] = [];
    const job = await runJob("works", {
      stamp: { idp: "adfs" },
      vars: ({ application }) => {
        const { keyPem, certPem } = application.certificates.registered;
        certificate = (keyPem + certPem).split("\n").filter((line) => line.length > 3);
        return { CLIENT_CERTIFICATE: keyPem + certPem };
      },
      environment: () => ({ PATH: `${path.dirname(process.execPath)}:${path.dirname(SERVING_AZ)}:${SYSTEM_PATH}` }),
    });
    const { exitCode, log, printed, emulator } = job;
    expect(exitCode, log).toBe(0);
    expect(log).toMatch(/\| az 2\.66\.\d+, AzureStackUser, in \/azs-login-[0-9a-f-]{36}\/azure\n/);
    expect(groupsCreated(emulator)).toBe(1);
    expect(log).toContain("Summary - ### Azure Stack Hub login");

    expect(printed.filter((line) => line === "***")).toHaveLength(certificate.length);
    for (const line of certificate) expect(log).not.toContain(line);
    // This is the access token, which was masked when the step got it.
    expect(log).toMatch(/\| stamp: .*\n.*⚙ {2}\*{3}\n.*\| identity: /);
    expect(log).not.toMatch(/eyJ[\w-]{20,}\.[\w-]{20,}/);
    await expectCleanPosts(job);
  });

  test("a login that is refused fails the job with one annotation, and leaves nothing", async () => {
    const job = await runJob("refused", {
      vars: ({ application }) => ({ CLIENT_SECRET: application.expiredSecret }),
    });
    const { exitCode, log, printed, emulator } = job;
    expect(exitCode).toBe(1);
    expect(log.match(/::error .*/g), log).toEqual([
      expect.stringMatching(/^::error title=AZS\d+::AZS\d+: .*AADSTS7000222/),
    ]);
    expect(log).toContain("Failure - Main ./");
    expect(log).toContain("Job failed");
    expect(groupsCreated(emulator)).toBe(0);
    expect(printed).toContain("It was ***.");
    expect(log).not.toContain(emulator.application.expiredSecret);
    await expectCleanPosts(job);
  });

  test("with an ID token; a later step that fails does not keep the post from running", async () => {
    const job = await runJob("fails-later", { vars: () => ({}), environment: idTokenVariables });
    const { exitCode, log, emulator } = job;
    expect(exitCode).toBe(1);
    expect(log).toContain("Success - Main ./");
    expect(log).toContain("Failure - Main az group show --name NoSuchGroup");
    expect(log).not.toContain("not reached");
    expect(log).not.toContain(emulator.idTokens.requestToken);
    await expectCleanPosts(job);
  });
});
