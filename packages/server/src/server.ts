import { existsSync } from 'node:fs';
import { join } from 'node:path';
import websocket from '@fastify/websocket';
import type { Track } from '@kardashev/contracts/ground.ts';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import manifest from '../package.json' with { type: 'json' };
import { AlertBoard, type AlertFeed } from './alerts.ts';
import { addCompareRoutes, type CompareOf } from './compare.ts';
import { compressAnswers } from './compress.ts';
import { addEventStream } from './event-stream.ts';
import { addFeatureRoutes } from './features.ts';
import { addFleetRoute, type FleetOf } from './fleet.ts';
import { addGroundRoutes, type ImagersOf } from './ground.ts';
import { addHeaders } from './headers.ts';
import { addHealth } from './health.ts';
import { JobBoard } from './jobs/board.ts';
import { refuseForeigners } from './jobs/guard.ts';
import { addNoJobs } from './jobs/none.ts';
import type { Jobs } from './jobs/options.ts';
import { addJobRoutes } from './jobs/routes.ts';
import { addMetrics } from './metrics.ts';
import { addMoneyRoutes, type MoneyOf } from './money.ts';
import { addNumberRoutes, type NumbersOf } from './numbers.ts';
import { addOpenApi, collectRoutes } from './openapi.ts';
import { addPage } from './page.ts';
import { addPlanRoutes, type PlanShelf } from './plans.ts';
import { answerProblems } from './problem.ts';
import { addRoutes } from './routes.ts';
import type { LineageOf, RunCatalogue } from './runs.ts';
import { Streams } from './streams.ts';
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
  /** Costs, books and value; without it the page shows no money. */
  readonly money?: MoneyOf;
  /** Why two runs differ; without it only what they came to. */
  readonly compare?: CompareOf;
  /** Many futures of a plan; none where no study is kept. */
  readonly studies?: StudyCatalogue;
  /** Carries out runs; without it the server only reads. */
  readonly jobs?: Jobs;
  /** Events on the ground; none where nothing is fed. */
  readonly alerts?: AlertFeed;
  /** What was followed over the ground: aircraft, ships. */
  readonly tracks?: readonly Track[];
  /** What the imagers of a run's plan can do; without it no passes are shown. */
  readonly imagers?: ImagersOf;
  /** What a folder of observations came to; nothing where none is served. */
  readonly sensed?: Sensed;
  /** Folder of the built page: packages/web/dist. */
  readonly page: string;
}

/** The API and the page, not yet listening. It calls nobody; it changes nothing but what `jobs` lets it. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { runs, lineage, page, alerts = new AlertBoard() } = options;
  const server = Fastify({ logger: false, routerOptions: { ignoreTrailingSlash: true } });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  // What other sites may send without asking first is not read at all.
  server.removeContentTypeParser('text/plain');
  await collectRoutes(server, manifest.version);
  await server.register(websocket, { options: { maxPayload: mostHeard_bytes } });
  const streams = new Streams(server);
  addHeaders(server);
  server.addHook('onRequest', (request, _, done) => {
    if (!reading.has(request.method)) refuseForeigners(request);
    done();
  });
  compressAnswers(server);
  answerProblems(server);
  addHealth(server, {
    version: manifest.version,
    readRuns: () => runs.list(),
    pageIsBuilt: existsSync(join(page, 'index.html')),
  });
  addMetrics(server, streams, addJobs(server, options.jobs, streams));
  addRoutes(server, runs, lineage);
  addNumberRoutes(server, options.numbers);
  addFleetRoute(server, options.fleet ?? (async () => undefined));
  if (options.plans) addPlanRoutes(server, options.plans);
  if (options.money) addMoneyRoutes(server, options.money);
  if (options.compare) addCompareRoutes(server, options.compare);
  addStudyRoutes(server, options.studies);
  addGroundRoutes(server, alerts, options.tracks ?? [], options.imagers, options.sensed);
  addFeatureRoutes(server, alerts);
  addEventStream(server, alerts, streams);
  addWorldRoutes(server, (of_s, known_s) => alerts.at(of_s, known_s), options.sensed);
  addOpenApi(server);
  await addPage(server, page);
  return server;
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Nobody has anything to say on a socket that tells. */
const mostHeard_bytes = 1024;

function addJobs(server: FastifyInstance, jobs: Jobs | undefined, streams: Streams): JobBoard | undefined {
  if (!jobs) {
    addNoJobs(server);
    return undefined;
  }
  const board = new JobBoard(jobs.carrier);
  addJobRoutes(server, jobs, board, streams);
  server.addHook('preClose', () => board.close());
  return board;
}

/** Listens and returns the address. Only this machine can reach it unless another host is named. */
export async function listen(server: FastifyInstance, port = 0, host = '127.0.0.1'): Promise<string> {
  return server.listen({ port, host });
}
