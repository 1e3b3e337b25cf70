import { isBuiltin } from "node:module";
import { describe, expect, it } from "vitest";
import { filesIn, read } from "./repository.ts";

describe.each(["dist", "azure-pipelines/AzsLogin/dist"])("%s/", (dist) => {
  const carried = [
    "az/run/session.py",
    ...filesIn("src/provision", ".py", ".txt").map((file) => file.replace("src/", "")),
  ];

  it.each(carried)("has the %s of src/", (file) => {
    expect(read(`${dist}/main/${file.replace(/^.*\//, "")}`)).toBe(read(`src/${file}`));
  });

  // Single quotes occur in JSDoc: `import('./cache')` in comments of bundled packages.
  const outside =
    /^import [^;"]*"([^"]+)"|createRequire\(import\.meta\.url\)\("([^"]+)"\)|\bimport\(\s*(?:\/\*.*?\*\/\s*)?"([^"]+)"\s*\)/gm;

  it.each(filesIn(dist, ".js"))("%s needs nothing but Node", (file) => {
    const needed = [...read(file).matchAll(outside)].map(([, first, second, third]) => first ?? second ?? third ?? "");
    expect(needed.filter((name) => !isBuiltin(name) && !name.startsWith("./"))).toEqual([]);
  });
});
