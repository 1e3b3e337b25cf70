import { expect, test } from "vitest";
import { armMessage } from "../../../src/io/responses.ts";

test.each([
  ["ARM's error", '{"error":{"code":"InvalidApiVersion","message":"no."}}', "InvalidApiVersion: no."],
  ["ARM's error without code", '{"error":{"message":"no."}}', "no."],
  ["a provider's error", '{"code":"Busy","message":"no."}', "Busy: no."],
  ["an error of ASP.NET", '{"Message":"no."}', "no."],
  ["an error of OData", '{"odata.error":{"code":"Busy","message":{"lang":"en","value":"no."}}}', "Busy: no."],
  ["a code alone", '{"error":{"code":"Busy"}}', "Busy"],
  ["other JSON", '{"value":"no."}', '{"value":"no."}'],
  ["JSON's null", "null", "null"],
  ["HTML", "<html><body>\n<h1>Bad  gateway</h1></body></html>", "Bad gateway"],
  ["nothing", "", "(no text)"],
  ["a long text", "x".repeat(400), `${"x".repeat(300)}…`],
])("the message of %s", (_, text, message) => {
  expect(armMessage(text)).toBe(message);
});
