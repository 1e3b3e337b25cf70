/** The flow of a job as a picture: what the step does, what later steps get, and what the post step undoes. */
import { escaped, type Look, styleOf, svgOf } from "./style.ts";

const SIZE = { width: 900, height: 560 };

const WORDS = {
  title: "What the step does, what later steps have of it, and what the post step undoes",
  desc:
    "The step checks its inputs, asks the stamp for its metadata, and proves the identity with a token. Until then " +
    "nothing on the machine has changed. Then it installs az if no az on the runner serves the stamp, writes the root " +
    "to the trust stores and logs az in at the same time, and exports outputs and variables. How to undo each change " +
    "is in a journal on disk before the change. Later steps use the login: az, Azure SDKs, Terraform, Ansible 2.9, " +
    "Java, curl, git, Node, Python. The post step reads the journal backwards and undoes each change, also after a " +
    "step that failed, was cancelled or was killed.",
};

const LOOKS: Readonly<Record<string, Look>> = {
  ".box": { light: "fill: #f6f8fa; stroke: #d1d9e0", dark: "fill: #151b23; stroke: #3d444d" },
  ".maybe": { light: "stroke-dasharray: 5 4; stroke: #59636e", dark: "stroke: #9198a1" },
  ".frame": { light: "fill: none; stroke: #d1d9e0", dark: "stroke: #3d444d" },
  ".journal": { light: "fill: #fbefff; stroke: #c297ff", dark: "fill: #271052; stroke: #8957e5" },
  ".later": { light: "fill: #ddf4ff; stroke: #54aeff", dark: "fill: #0c2d4d; stroke: #1f6feb" },
  ".post": { light: "fill: #fff8c5; stroke: #d4a72c", dark: "fill: #3a2d00; stroke: #9e6a03" },
  ".arrow": { light: "fill: none; stroke: #59636e; stroke-width: 1.5", dark: "stroke: #9198a1" },
  ".head": { light: "fill: #59636e", dark: "fill: #9198a1" },
  ".name": { light: "font-size: 15px; font-weight: 600" },
  ".quiet": { light: "fill: #59636e", dark: "fill: #9198a1" },
};

interface Box {
  readonly kind: string;
  readonly at: readonly [x: number, y: number, width: number, height: number];
  readonly name: string;
  readonly lines: readonly string[];
}

/** The lines are short enough for the widest font. */
const BOXES: readonly Box[] = [
  { kind: "box", at: [24, 52, 268, 78], name: "inputs", lines: ["all are checked,", "secrets are masked"] },
  {
    kind: "box",
    at: [316, 52, 268, 78],
    name: "stamp",
    lines: ["metadata, tenant;", "is its authority trusted?"],
  },
  {
    kind: "box",
    at: [608, 52, 268, 78],
    name: "identity",
    lines: ["token, subscription,", "location, API profile"],
  },
  {
    kind: "box maybe",
    at: [40, 216, 244, 78],
    name: "install az",
    lines: ["only if no az on the", "runner serves the stamp"],
  },
  { kind: "box", at: [328, 194, 244, 56], name: "trust", lines: ["root into trust stores"] },
  { kind: "box", at: [328, 260, 244, 56], name: "az", lines: ["cloud, profile, login"] },
  { kind: "box", at: [616, 216, 244, 78], name: "exports", lines: ["outputs, variables,", "job summary"] },
  {
    kind: "journal",
    at: [24, 366, 400, 78],
    name: "journal, on disk",
    lines: ["how to undo each change,", "written before the change"],
  },
  {
    kind: "later",
    at: [476, 366, 400, 78],
    name: "later steps",
    lines: ["az · Azure SDKs · Terraform · Ansible 2.9", "Java · curl · git · Node · Python"],
  },
  {
    kind: "post",
    at: [24, 480, 852, 56],
    name: "post step, always",
    lines: ["undoes the changes backwards, also after a step that failed, was cancelled or was killed"],
  },
];

const ARROWS = [
  "M292 91H314",
  "M584 91H606",
  "M742 130V152H162V214",
  "M284 246L326 222",
  "M284 264L326 288",
  "M572 222L614 246",
  "M572 288L614 264",
  "M224 329V364",
  "M738 294V364",
  "M224 444V478",
  "M676 444V478",
];

const CAPTIONS: readonly (readonly [x: number, y: number, text: string])[] = [
  [24, 34, "First the step only reads. A wrong credential stops it before the machine has changed."],
  [176, 174, "Then it changes the machine, and undoes what it changed if it fails."],
];

export function flowPicture(): string {
  const captions = CAPTIONS.map(([x, y, text]) => `  <text class="quiet" x="${x}" y="${y}">${escaped(text)}</text>`);
  const arrows = ARROWS.map((way) => `  <path class="arrow" d="${way}" marker-end="url(#head)"/>`);
  const body = [
    '  <defs>\n    <marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">',
    '      <path class="head" d="M0 0L8 4L0 8z"/>\n    </marker>\n  </defs>',
    '  <path class="frame" d="M24.5 182.5h851v146h-851z"/>',
    ...BOXES.map(drawn),
    ...arrows,
    ...captions,
  ];
  return svgOf(SIZE, WORDS, styleOf(13, LOOKS), body.join("\n"));
}

function drawn({ kind, at: [x, y, width, height], name, lines }: Box): string {
  const texts = lines.map((line, index) => `  <text x="${x + 12}" y="${y + 44 + index * 18}">${escaped(line)}</text>`);
  return [
    `  <rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>`,
    `  <text class="name" x="${x + 12}" y="${y + 23}">${escaped(name)}</text>`,
    ...texts,
  ].join("\n");
}
