/** The CI that a job runs on, by its name. */
export type Ci = { readonly ci: string };

interface Advice {
  readonly github: string;
  readonly pipelines: string;
}

/** The advice for the CI that the job runs on; in the documentation, the advice for both. */
export function onCi(ci: string, { github, pipelines }: Advice): string {
  if (ci === "GitHub Actions") return github;
  return ci === "Azure Pipelines" ? pipelines : `${github}. On Azure Pipelines: ${pipelines.replace(/^; /, "")}`;
}
