const { appendFileSync } = require("node:fs");
const path = require("node:path");

const wanted = process.env["INPUT_NODE-VERSION"];
if (!process.version.startsWith(`v${wanted}.`)) throw new Error(`Node ${wanted} is wanted, ${process.version} is here`);
appendFileSync(process.env["GITHUB_PATH"], `${path.dirname(process.execPath)}\n`);
