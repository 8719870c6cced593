import type { FastifyRequest } from 'fastify';
import { jsonOnly } from '../problem.ts';
import { foreignOrigin, startingNotAllowed } from './problems.ts';

const ownNames = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a request may start and stop runs. Anybody may where the server was told so; else only this machine, and only
 * under a name of its own: a name that somebody else has pointed at this machine would make their page one of ours.
 */
export function mayStart(request: FastifyRequest, anybody: boolean): boolean {
  return anybody || (isLoopback(request.socket.remoteAddress ?? '') && ownNames.includes(nameIn(request)));
}

/**
 * Refuses what a page of another site sends: browsers name the origin with every request that writes and with every
 * socket. JSON alone is taken, since other types travel between sites without asking first.
 */
export function refuseForeigners(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw foreignOrigin();
  if (origin !== undefined && hostOf(origin) !== host) throw foreignOrigin();
}

/** A hook before every route that starts or stops runs. Foreigners are refused before any route. */
export function guard(anybody: boolean) {
  return async (request: FastifyRequest): Promise<void> => {
    if (!mayStart(request, anybody)) throw startingNotAllowed();
    const type = request.headers['content-type'] ?? '';
    if (request.method === 'POST' && !/^application\/json\b/i.test(type)) throw jsonOnly();
  };
}

function nameIn({ headers }: FastifyRequest): string {
  return (headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

const isLoopback = (address: string) => /^(::ffff:)?127\.|^::1$/.test(address);
