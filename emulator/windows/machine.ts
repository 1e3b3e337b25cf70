/** A running Windows: a connection to the agent inside it, which starts programs. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { note } from "../program/descendants.ts";
import { temporaryFolder } from "../program/ending.ts";
import type { ProcessOptions, Ran } from "../runner-system.ts";
import type { Answer, Message } from "./agent.ts";
import { asWindows, NODE, wineCommand, wineVariables } from "./wine.ts";

export interface WindowsMachine {
  /** Runs a Windows program in a folder of this machine. */
  run(file: string, args: readonly string[], options: ProcessOptions, started?: (one: Killable) => void): Promise<Ran>;
  close(): Promise<void>;
}

/** A process of Windows. */
export interface Killable {
  /** Ends the process and all that it started, at once. */
  kill(): void;
}

const STARTING_MS = 60_000;

/** @throws Error if Wine does not start; `npm run windows` installs it */
export async function startWindows(): Promise<WindowsMachine> {
  const { path: folder, remove } = temporaryFolder("windows-");
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const [file, ...args] = wineCommand(NODE, [asWindows(path.join(import.meta.dirname, "agent.ts")), String(port)]);
  const wine = spawn(file, args, { env: wineVariables(), stdio: "ignore", cwd: "/" });
  note(wine);
  const [socket] = (await Promise.race([
    once(server, "connection", { signal: AbortSignal.timeout(STARTING_MS) }),
    once(wine, "close").then(([code]) => {
      throw new Error(`Windows does not start (${code}): npm run windows makes it`);
    }),
  ])) as [Socket];

  let orders = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  createInterface({ input: socket }).on("line", (line) => {
    const answer = JSON.parse(line) as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  const tell = (message: Message) => socket.write(`${JSON.stringify(message)}\n`);

  return {
    async run(program, programArgs, { cwd, env, said }, started) {
      const id = orders++;
      const output = path.join(folder, `output-${id}`);
      const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
      const place = { cwd: asWindows(cwd), environment: env, output: asWindows(output) };
      tell({ start: { id, file: program, args: programArgs, ...place } });
      started?.({ kill: () => tell({ kill: id }) });
      const answer = await answered;
      if ("error" in answer) throw new Error(`${program} does not start on Windows: ${answer.error}`);
      const raw = await readFile(output, "utf8");
      for (const line of raw.split(/\r?\n/)) said(line);
      return { exitCode: answer.exitCode, raw };
    },
    async close() {
      socket.end();
      server.close();
      if (wine.exitCode === null) await once(wine, "close");
      await remove();
    },
  };
}
