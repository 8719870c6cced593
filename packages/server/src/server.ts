import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import manifest from '../package.json' with { type: 'json' };
import { AlertBoard, type AlertFeed } from './alerts.ts';
import { compressAnswers } from './compress.ts';
import { addEventStream } from './event-stream.ts';
import { addFeatureRoutes } from './features.ts';
import { addFleetRoute, type FleetOf } from './fleet.ts';
import { addHeaders } from './headers.ts';
import { addNumberRoutes, type NumbersOf } from './numbers.ts';
import { addPage } from './page.ts';
import { addPlanRoutes, type PlanShelf } from './plans.ts';
import { answerProblems } from './problem.ts';
import { addRoutes } from './routes.ts';
import type { LineageOf, RunCatalogue } from './runs.ts';
import { addStudyRoutes, type StudyCatalogue } from './studies.ts';
import { addWorldRoutes, type Sensed } from './world.ts';

export interface ServerOptions {
  readonly runs: RunCatalogue;
  readonly lineage: LineageOf;
  /** Where monthly columns and the figures of claims come from; without it only headlines tell. */
  readonly numbers?: NumbersOf;
  /** Satellite by satellite; without it the page draws shells alone. */
  readonly fleet?: FleetOf;
  /** Plans as they were run, and what it takes to run them in the page; without it the page only shows. */
  readonly plans?: PlanShelf;
  /** Many futures of a plan; none where no study is kept. */
  readonly studies?: StudyCatalogue;
  /** Events on the ground; none where nothing is fed. */
  readonly alerts?: AlertFeed;
  /** What a folder of observations came to; nothing where none is served. */
  readonly sensed?: Sensed;
  /** Folder of the built page: packages/web/dist. */
  readonly page: string;
}

/** The API and the page, not yet listening. It reads; it changes nothing and calls nobody. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { runs, lineage, page, alerts = new AlertBoard() } = options;
  const server = Fastify({ logger: false, routerOptions: { ignoreTrailingSlash: true } });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  addHeaders(server);
  compressAnswers(server);
  answerProblems(server);
  addRoutes(server, runs, lineage, { status: 'ok', version: manifest.version });
  addNumberRoutes(server, options.numbers);
  addFleetRoute(server, options.fleet ?? (async () => undefined));
  if (options.plans) addPlanRoutes(server, options.plans);
  addStudyRoutes(server, options.studies);
  addFeatureRoutes(server, alerts);
  addEventStream(server, alerts);
  addWorldRoutes(server, (of_s, known_s) => alerts.at(of_s, known_s), options.sensed);
  await addPage(server, page);
  return server;
}

/** Listens and returns the address. Only this machine can reach it unless another host is named. */
export async function listen(server: FastifyInstance, port = 0, host = '127.0.0.1'): Promise<string> {
  return server.listen({ port, host });
}
