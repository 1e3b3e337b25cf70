/** Deployments of templates to a resource group. A deployment is complete when its PUT is answered. */

import { randomUUID } from "node:crypto";
import JSON5 from "json5";
import { empty, isObject, json, type StampResponse } from "../http.ts";
import type { Deployment, Operation, ResourceGroup } from "../stamp/contents.ts";
import { bodyOf, outputsOf, type Prepared, prepare } from "../templates/deployment.ts";
import { TemplateError } from "../templates/errors.ts";
import { evaluate } from "../templates/evaluate.ts";
import type { Surroundings } from "../templates/scope.ts";
import { armError, invalidContent } from "./errors.ts";
import { withGroup } from "./groups.ts";
import { answerResource } from "./resources.ts";
import type { Route, SubscriptionCall } from "./routes.ts";
import { list } from "./subscriptions.ts";

const ALL = "/subscriptions/{subscription}/resourcegroups/{group}/providers/microsoft.resources/deployments";
const ONE = `${ALL}/{deployment}`;
/** Clients use two paths: az omits the provider. */
const OPERATIONS = [
  `${ONE}/operations`,
  `${ALL.replace("providers/microsoft.resources/", "")}/{deployment}/operations`,
];
const MODES = ["Incremental", "Complete"];

type Answer = (call: SubscriptionCall, group: ResourceGroup) => StampResponse;
const route = (method: string, pattern: string, answer: Answer): Route<SubscriptionCall> => ({
  ...{ method, pattern, versions: "manager" },
  answer: (call) => withGroup(call, (group) => answer(call, group)),
});

export const DEPLOYMENT_ROUTES: readonly Route<SubscriptionCall>[] = [
  route("GET", ALL, (call, group) => list(deploymentsOf(call, group).map(view))),
  route("GET", ONE, (call, group) => withDeployment(call, group, (found) => json(200, view(found)))),
  route("HEAD", ONE, (call, group) => empty(find(call, group) === undefined ? 404 : 204)),
  route("PUT", ONE, (call, group) => deploy(call, group, true)),
  route("POST", `${ONE}/validate`, (call, group) => deploy(call, group, false)),
  route("POST", `${ONE}/exportTemplate`, (call, group) =>
    withDeployment(call, group, ({ template }) => json(200, { template })),
  ),
  route("POST", `${ONE}/cancel`, (call, group) => withDeployment(call, group, notRunning)),
  ...OPERATIONS.map((pattern) => route("GET", pattern, listOperations)),
  route("DELETE", ONE, (call, group) =>
    withDeployment(call, group, (found) => {
      call.stamp.deployments.delete(found.id.toLowerCase());
      return empty(204);
    }),
  ),
];

function idOf({ parameters, subscription }: SubscriptionCall, group: ResourceGroup): string {
  const name = parameters["deployment"] ?? "";
  return `/subscriptions/${subscription.id}/resourceGroups/${group.name}/providers/Microsoft.Resources/deployments/${name}`;
}

function find(call: SubscriptionCall, group: ResourceGroup): Deployment | undefined {
  return call.stamp.deployments.get(idOf(call, group).toLowerCase());
}

function deploymentsOf(call: SubscriptionCall, group: ResourceGroup): readonly Deployment[] {
  const below = idOf({ ...call, parameters: {} }, group).toLowerCase();
  return [...call.stamp.deployments.values()].filter(({ id }) => id.toLowerCase().startsWith(below)).toReversed();
}

function withDeployment(
  call: SubscriptionCall,
  group: ResourceGroup,
  then: (found: Deployment) => StampResponse,
): StampResponse {
  const found = find(call, group);
  if (found !== undefined) return then(found);
  return armError(404, "DeploymentNotFound", `Deployment '${call.parameters["deployment"]}' could not be found.`);
}

function deploy(call: SubscriptionCall, group: ResourceGroup, forGood: boolean): StampResponse {
  const { properties } = readBody(call.request.body) ?? {};
  if (!isObject(properties)) return invalidContent("Required property 'properties' not found in JSON.");
  const { template, parameters, templateLink } = properties;
  const mode = MODES.find((one) => one.toLowerCase() === String(properties["mode"]).toLowerCase());
  if (mode === undefined) return invalidContent("Required property 'mode' not found in JSON.");
  if (templateLink !== undefined) return armError(501, "NotImplemented", "The emulator reads no linked templates.");
  try {
    const prepared = prepare(template, parameters, surroundings(call, group));
    const shown = {
      mode,
      parameters: parametersOf(prepared),
      timestamp: new Date(call.stamp.options.now()).toISOString(),
    };
    const id = idOf(call, group);
    if (forGood) return run(call, group, prepared, { id, template, shown });
    return json(200, {
      id,
      name: call.parameters["deployment"],
      properties: { ...shown, provisioningState: "Succeeded" },
    });
  } catch (error) {
    if (error instanceof TemplateError) return armError(400, error.code, error.message);
    throw error;
  }
}

/**
 * ARM accepts comments and unquoted keys, because az sends the template as it was written (azure-cli,
 * JsonCTemplatePolicy).
 */
function readBody(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON5.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

interface Fresh {
  readonly id: string;
  readonly template: unknown;
  readonly shown: Readonly<Record<string, unknown>>;
}

function run(
  call: SubscriptionCall,
  group: ResourceGroup,
  prepared: Prepared,
  { id, template, shown }: Fresh,
): StampResponse {
  const operations: Operation[] = [];
  for (const ready of prepared.resources) {
    const version = String(evaluate(ready.resource["apiVersion"], ready.scope));
    const { status, body } = answerResource(call, "PUT", ready.id, version, bodyOf(ready));
    const type = String(ready.resource["type"]);
    operations.push({ id: ready.id, type, status, ...(status >= 400 ? { error: JSON.parse(body) } : {}) });
    if (status >= 400) break;
  }
  const failed = operations.find(({ status }) => status >= 400);
  const made =
    failed === undefined
      ? { outputs: outputsOf(prepared), outputResources: operations.map((one) => ({ id: one.id })) }
      : {};
  const words = "At least one resource deployment operation failed. Please list deployment operations for details.";
  const error = failed && { code: "DeploymentFailed", message: words, details: [innerError(failed)] };
  const properties = {
    ...shown,
    ...made,
    ...(error === undefined ? {} : { error }),
    provisioningState: failed === undefined ? "Succeeded" : "Failed",
    ...{ duration: "PT1S", correlationId: randomUUID(), dependencies: [], providers: [] },
  };
  const deployment: Deployment = { id, name: call.parameters["deployment"] ?? "", template, properties, operations };
  call.stamp.deployments.delete(id.toLowerCase());
  call.stamp.deployments.set(id.toLowerCase(), deployment);
  return json(group.state === "Deleting" ? 409 : 201, view(deployment));
}

function innerError({ error }: Operation): unknown {
  return isObject(error) ? error["error"] : error;
}

function surroundings(call: SubscriptionCall, group: ResourceGroup): Surroundings {
  const { subscription } = call;
  const id = `/subscriptions/${subscription.id}`;
  const { name, location, tags } = group;
  const object = (response: StampResponse): unknown => JSON.parse(response.body);
  return {
    name: call.parameters["deployment"] ?? "",
    subscription: {
      id,
      subscriptionId: subscription.id,
      tenantId: subscription.tenantId,
      displayName: subscription.name,
    },
    group: { id: `${id}/resourceGroups/${name}`, name, location, tags, properties: { provisioningState: "Succeeded" } },
    find: (wanted) => {
      const response = answerResource(call, "GET", wanted, undefined, {});
      const found = object(response);
      return response.status === 200 && isObject(found) ? found : undefined;
    },
    post: (target, action, version) => object(answerResource(call, "POST", `${target}/${action}`, version, {})),
  };
}

/** Secure values are never returned. */
function parametersOf({ template, values }: Prepared): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const definition = template.parameters[name];
      const type = isObject(definition) ? String(definition["type"]) : "String";
      return [name, /^secure/i.test(type) ? { type } : { type, value }];
    }),
  );
}

function listOperations(call: SubscriptionCall, group: ResourceGroup): StampResponse {
  return withDeployment(call, group, ({ operations, id }) => list(operations.map((one) => operationView(id, one))));
}

function notRunning(): StampResponse {
  const words = "The deployment cannot be cancelled because its provisioning state is 'Succeeded'.";
  return armError(409, "DeploymentCannotBeCancelled", words);
}

function view({ id, name, properties }: Deployment): Record<string, unknown> {
  return { id, name, type: "Microsoft.Resources/deployments", properties };
}

function operationView(deployment: string, { id, type, status, error }: Operation): Record<string, unknown> {
  const operationId = Buffer.from(id).toString("hex").slice(-16).toUpperCase();
  const properties = {
    provisioningOperation: "Create",
    provisioningState: status >= 400 ? "Failed" : "Succeeded",
    statusCode: status === 201 ? "Created" : status === 200 ? "OK" : "BadRequest",
    statusMessage: error ?? null,
    targetResource: { id, resourceType: type, resourceName: id.split("/").at(-1) },
  };
  return { id: `${deployment}/operations/${operationId}`, operationId, properties };
}
