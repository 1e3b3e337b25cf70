import { expect, test } from "vitest";
import { armMessage } from "../../../src/io/answers.ts";

test.each([
  ["ARM's error", '{"error":{"code":"InvalidApiVersion","message":"no."}}', "InvalidApiVersion: no."],
  ["ARM's error without code", '{"error":{"message":"no."}}', "no."],
  ["other JSON", '{"message":"no."}', '{"message":"no."}'],
  ["JSON's null", "null", "null"],
  ["HTML", "<html><body>\n<h1>Bad  gateway</h1></body></html>", "Bad gateway"],
  ["nothing", "", "(no text)"],
  ["a long text", "x".repeat(400), `${"x".repeat(300)}…`],
])("the message of %s", (_, text, message) => {
  expect(armMessage(text)).toBe(message);
});
