import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { HttpClient } from "@actions/http-client";
import { describe, expect, onTestFinished, test } from "vitest";
import { idTokenFrom } from "../../../src/host/id-token-request.ts";

/** A CI that sends these answers in turn, and then repeats the last one. */
async function ask(...answers: readonly ((response: ServerResponse) => void)[]) {
  let asked = 0;
  const server = createServer((_, response) => {
    answers[Math.min(asked++, answers.length - 1)]?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const start = performance.now();
  const client = new HttpClient("test", [], { allowRetries: false });
  const token = await idTokenFrom(() => client.get(url), "value", { url, proxy: undefined }).catch(
    (error: Error) => error.message,
  );
  return { token, asked, milliseconds: performance.now() - start };
}

const good = (response: ServerResponse) => response.end(JSON.stringify({ value: "token" }));
const busy = (after: string) => (response: ServerResponse) =>
  response.writeHead(429, { "retry-after": after }).end("{}");

describe("a CI's endpoint for ID tokens", () => {
  test("gives a token", async () => {
    expect(await ask(good)).toMatchObject({ token: "token", asked: 1 });
  });

  test("is waited for as long as it asks", async () => {
    const { token, milliseconds } = await ask(busy("2"), good);
    expect(token).toBe("token");
    expect(milliseconds).toBeGreaterThan(1900);
  });

  test.each(["0x1000", "1e9", "-5", "Infinity", "soon", "Wed, 21 Oct 2099 07:28:00 GMT"])(
    "that asks to wait for %s is asked again as if it had not said so",
    async (after) => {
      const { token, milliseconds } = await ask(busy(after), good);
      expect(token).toBe("token");
      expect(milliseconds).toBeLessThan(2000);
    },
  );

  test.each(["60", "999999999"])("that asks to wait for %s seconds is not waited for", async (after) => {
    const { token, asked, milliseconds } = await ask(busy(after), good);
    expect(token).toContain("status 429");
    expect(asked).toBe(1);
    expect(milliseconds).toBeLessThan(2000);
  });

  test("whose answer is endless is not read to its end", async () => {
    const endless = (response: ServerResponse) => {
      const more = () => {
        while (response.write("[".repeat(50_000)));
        response.once("drain", more);
      };
      more();
    };
    expect((await ask(endless, good)).token).toBe("token");
    expect((await ask(endless)).token).toContain("longer than 200 kB");
  });
});
