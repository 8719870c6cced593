import type { Problem } from '@kardashev/contracts/problem.ts';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod';

interface Answer {
  readonly status: 400 | 403 | 404 | 405 | 409 | 413 | 415 | 426 | 500 | 503;
  readonly code: string;
  readonly message: string;
  readonly cause: string;
  readonly fix: string;
}

/** An expected failure on its way to the client. */
export class RequestProblem extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super(answer.message);
    this.answer = answer;
  }
}

export function noSuchRun(run: string): RequestProblem {
  return new RequestProblem({
    status: 404,
    code: 'server/no-such-run',
    message: `There is no run "${run}", or it has no such document yet.`,
    cause: 'The run was removed, never existed, or has not come far enough.',
    fix: 'See /api/runs for the runs there are; `kardashev resume` finishes one that was interrupted.',
  });
}

export function noSuchTable(key: string): RequestProblem {
  return new RequestProblem({
    status: 404,
    code: 'server/no-such-table',
    message: `The response table ${key.slice(0, 12)}… is not kept here.`,
    cause: 'It was filled by another server, or taken away; it can always be filled again.',
    fix: 'Run the plan once more, or let the page fill it.',
  });
}

export function noSuchItem(id: string): RequestProblem {
  return new RequestProblem({
    status: 404,
    code: 'server/no-such-item',
    message: `There is no event "${id}".`,
    cause: 'The event was never told, or by another server.',
    fix: 'See /collections/events/items for the events there are.',
  });
}

export function badQuery(name: string, wanted: string): RequestProblem {
  return new RequestProblem({
    status: 400,
    code: 'server/bad-request',
    message: `The parameter ${name} cannot be read.`,
    cause: `Wanted is ${wanted}.`,
    fix: `Write ${name} as that, or leave it out.`,
  });
}

export function noLineage(headline: string): RequestProblem {
  return new RequestProblem({
    status: 404,
    code: 'server/no-lineage',
    message: `It is not known where "${headline}" comes from.`,
    cause: 'The name is not a number of the verdict, or its lineage was not recorded with the run.',
    fix: 'Use a key of the verdict such as fleet.powerToCompute_W, or make the run again.',
  });
}

export function noSuchStudy(study: string): RequestProblem {
  return new RequestProblem({
    status: 404,
    code: 'server/no-such-study',
    message: `There is no study "${study}", or no sample of it yet.`,
    cause: 'The study was removed, never existed, or has only begun.',
    fix: 'See /api/studies for the studies there are; `kardashev study PLAN` makes one.',
  });
}

export function noObservations(): RequestProblem {
  return new RequestProblem({
    status: 404,
    code: 'server/no-observations',
    message: 'This server has no observations with a place.',
    cause: 'It was started without a folder of observations, or nothing in it has a place.',
    fix: 'Start it with kardashev serve --observations DIR.',
  });
}

export function jsonOnly(): RequestProblem {
  return new RequestProblem({
    status: 415,
    code: 'server/media-type',
    message: 'Only JSON is understood here.',
    cause: 'The request has another content type, or none.',
    fix: 'Send the header content-type: application/json.',
  });
}

export function brokenDocument(issues: readonly object[]): RequestProblem {
  return new RequestProblem({
    status: 500,
    code: 'server/broken-document',
    message: 'A document of this run does not follow the contract.',
    cause: JSON.stringify(issues.slice(0, 3)),
    fix: again,
  });
}

const again = 'Make the run again with this version; if that does not help, report it with this text.';

/** Every failure of a server, expected or not, as coded JSON. */
export function answerProblems(server: FastifyInstance): void {
  server.setNotFoundHandler((request, reply) => {
    send(reply, {
      status: 404,
      code: 'server/no-such-address',
      message: `Nothing is served at ${request.url}.`,
      cause: 'The address is misspelt, or the page was not built.',
      fix: 'Open / for the page and /api/runs for the runs; `npm run build -w @kardashev/web` builds the page.',
    });
  });
  server.setErrorHandler((error: FastifyError, request, reply) => send(reply, explain(error, request)));
}

function explain(error: FastifyError, request: FastifyRequest): Answer {
  if (error instanceof RequestProblem) return error.answer;
  if (hasZodFastifySchemaValidationErrors(error)) {
    return {
      status: 400,
      code: 'server/bad-request',
      message: `The request ${request.url} is not understood.`,
      cause: error.message,
      fix: 'Names of runs have letters, digits, dots, dashes and underscores; columns are separated by commas.',
    };
  }
  if (error.statusCode === 413) {
    return {
      status: 413,
      code: 'server/too-large',
      message: 'The request is too large.',
      cause: error.message,
      fix: 'A plan needs kilobytes; let it extend one that ships.',
    };
  }
  if (error.statusCode === 415) return jsonOnly().answer;
  if ((error.statusCode ?? 500) < 500) {
    return {
      status: 400,
      code: 'server/bad-request',
      message: `The request ${request.url} is not understood.`,
      cause: error.message,
      fix: 'See the address and its parameters.',
    };
  }
  if (isResponseSerializationError(error)) return brokenDocument(error.cause.issues).answer;
  return {
    status: 500,
    code: 'server/failed',
    message: 'The server could not answer.',
    cause: error.message,
    fix: again,
  };
}

function send(reply: FastifyReply, { status, ...error }: Answer): void {
  // Problems have one shape whatever the route, so that they are not checked against the route's own schema.
  const problem: Problem = { error };
  reply
    .code(status)
    .header('content-type', 'application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem);
}
