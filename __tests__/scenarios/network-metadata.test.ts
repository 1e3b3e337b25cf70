import { describe, expect, test } from "vitest";
import { captivePortal, truncatedJson } from "../../emulator/server.ts";
import {
  answer,
  connectedHosts,
  expectFailure,
  expectLogin,
  expectSilentPost,
  METADATA,
  openTableScene,
  requestsTo,
  SUBSCRIPTIONS,
  TOKEN,
} from "./support.ts";

type Document = Readonly<Record<string, unknown>>;
const URL = "https://management.local.azurestack.external/metadata/endpoints";

/** Changes a document, in the form that `StampOptions.metadata` requires. */
const rewritten = (change: (document: Document) => unknown) => (document: unknown) => change(document as Document);
const without = (name: string) => rewritten((document) => ({ ...document, [name]: undefined }));
const authentication = (change: Document) =>
  rewritten((document) => ({
    ...document,
    authentication: { ...(document["authentication"] as Document), ...change },
  }));

describe("an answer that is no metadata", () => {
  const html = { "content-type": "text/html" };
  const table: readonly (readonly [string, ReturnType<typeof answer>, string, string])[] = [
    ["captive portal", captivePortal(), "AZS208", "captive portal"],
    ["HTML with 404", answer(404, "<h2>Not Found</h2>", html), "AZS208", "an HTML page"],
    ["HTML that calls itself JSON", answer(200, "<html></html>"), "AZS208", "an HTML page"],
    ["truncated JSON", truncatedJson(), "AZS209", "not valid JSON"],
    ["nothing", answer(200, ""), "AZS209", "not valid JSON"],
    [
      "JSON of another kind",
      answer(200, '{"value":[]}'),
      "AZS210",
      "authentication.loginEndpoint, authentication.audi",
    ],
    ["an empty list", answer(200, "[]"), "AZS210", "graphEndpoint"],
    ["null", answer(200, "null"), "AZS210", "graphEndpoint"],
  ];

  test.each(table)("%s", async (_what, effect, code, says) => {
    const { emulator, runner, inputs } = await openTableScene();
    emulator.inject({ match: METADATA, effect });
    const text = await expectFailure(runner, await runner.main(inputs), code);
    expect(text).toContain(URL);
    expect(text).toContain(says);
    expect(emulator.requests).toHaveLength(1);
    await expectSilentPost(runner);
  });
});

test("a tenant that neither the input nor the stamp names is asked for", async () => {
  const { emulator, runner, inputs } = await openTableScene();
  const challenge = { path: /^\/subscriptions\/0{8}-/ };
  emulator.inject({ match: challenge, effect: answer(401, "{}") });
  const text = await expectFailure(runner, await runner.main(inputs), "AZS215");
  expect(text).toContain("set tenant-id");
  // The oldest build has this API version, too.
  expect(requestsTo(emulator, challenge)).toMatchObject([{ apiVersion: "2016-06-01", authorized: false }]);
  expect(requestsTo(emulator, TOKEN)).toEqual([]);
});

describe("metadata that lacks something says what", () => {
  const table: readonly (readonly [string, (document: unknown) => unknown, string])[] = [
    [
      "authentication.loginEndpoint",
      authentication({ loginEndpoint: undefined }),
      "lacks authentication.loginEndpoint.",
    ],
    ["a loginEndpoint that is a URL", authentication({ loginEndpoint: "login" }), "authentication.loginEndpoint"],
    ["authentication.audiences", authentication({ audiences: undefined }), "lacks authentication.audiences."],
    ["an audience", authentication({ audiences: [] }), "lacks authentication.audiences."],
    ["graphEndpoint", without("graphEndpoint"), "lacks graphEndpoint."],
    ["authentication", without("authentication"), "lacks authentication.loginEndpoint, authentication.audiences."],
  ];

  test.each(table)("%s", async (_what, metadata, says) => {
    const { emulator, runner, inputs } = await openTableScene({ metadata });
    const text = await expectFailure(runner, await runner.main(inputs), "AZS210");
    expect(text).toContain(says);
    expect(emulator.requests).toHaveLength(1);
  });
});

describe("a refusal is final", () => {
  test.each([400, 401, 403, 404, 410])("%i is not tried again", async (status) => {
    const { emulator, runner, inputs } = await openTableScene();
    const body = '{"error":{"code":"Forbidden","message":"not from this network"}}';
    emulator.inject({ match: METADATA, times: Number.POSITIVE_INFINITY, effect: answer(status, body) });
    const text = await expectFailure(runner, await runner.main(inputs), "AZS211");
    expect(text).toContain(`answered ${status}: Forbidden: not from this network`);
    expect(emulator.requests).toHaveLength(1);
  });
});

describe("something in between answers after the metadata", () => {
  const table: readonly (readonly [string, typeof TOKEN, ReturnType<typeof answer>, string])[] = [
    ["HTML for the token", TOKEN, captivePortal(), "login.microsoftonline.com"],
    ["truncated JSON for the token", TOKEN, truncatedJson(), "login.microsoftonline.com"],
    ["HTML for the subscriptions", SUBSCRIPTIONS, captivePortal(), "management.local.azurestack.external"],
    ["truncated JSON for the subscriptions", SUBSCRIPTIONS, truncatedJson(), "management.local.azurestack.external"],
  ];

  test.each(table)("%s is called that", async (_what, match, effect, host) => {
    const { emulator, runner, inputs } = await openTableScene();
    emulator.inject({ match, times: Number.POSITIVE_INFINITY, effect });
    const text = await expectFailure(runner, await runner.main(inputs), "AZS2");
    expect(text).toContain(host);
    expect(text).toMatch(/HTML|JSON/);
  });
});

describe("metadata of every known shape", () => {
  test("the array of later versions", async () => {
    const asArray = rewritten(({ graphEndpoint, galleryEndpoint, portalEndpoint, authentication: auth }) => [
      {
        name: "AzureStack-User-1",
        graph: graphEndpoint,
        gallery: galleryEndpoint,
        portal: portalEndpoint,
        authentication: auth,
      },
    ]);
    const scene = await openTableScene({ metadata: asArray });
    await expectLogin(scene.runner, await scene.runner.main(scene.inputs));
    expect(scene.runner.outputs).toMatchObject({
      "portal-endpoint": "https://portal.local.azurestack.external",
      "gallery-endpoint": "https://portal.local.azurestack.external:30015",
      "graph-endpoint": "https://graph.windows.net",
    });
    expect(connectedHosts(scene.emulator)).toEqual([
      "management.local.azurestack.external",
      "login.microsoftonline.com",
    ]);
  });

  test("the documentation's spelling of portalEndpoint", async () => {
    const misspelt = rewritten(({ portalEndpoint, ...rest }) => ({ ...rest, "portal Endpoint": portalEndpoint }));
    const { emulator, runner, inputs } = await openTableScene({ metadata: misspelt });
    await expectLogin(runner, await runner.main(inputs));
    expect(runner.outputs["portal-endpoint"]).toBe("https://portal.local.azurestack.external");
    expect(requestsTo(emulator, METADATA)).toHaveLength(1);
  });
});
