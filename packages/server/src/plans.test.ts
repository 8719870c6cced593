import { type PlanDocument, planDocumentSchema } from '@kardashev/contracts/plan.ts';
import { problemSchema } from '@kardashev/contracts/problem.ts';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { addPlanRoutes } from './plans.ts';
import { answerProblems } from './problem.ts';

const document: PlanDocument = {
  run: 'small-s1-001',
  seed: 1,
  plan: {
    name: 'small',
    title: 'Small',
    funding: 'as-needed',
    reportBooks: true,
    reportApart: false,
    from: 0,
    to: 23,
    entries: { shells: ['low'] },
    values: {
      'energy.albedo': {
        value: 0.3,
        text: '0.3',
        unit: '',
        origin: 'catalogue',
        evidence: { kind: 'measured', source: 'CERES', asOf: '2020' },
        distribution: { kind: 'triangular', low: 0.28, mode: 0.3, high: 0.32 },
        conflicts: [
          { text: '0.29', evidence: { kind: 'assumed', source: 'by us', asOf: '2026', note: 'round' } },
        ],
      },
      'transport.permits': { value: [1, 2], text: '{2026: 1, 2027: 2}', unit: '1/s', origin: 'plan' },
    },
  },
  tables: { 'energy/orbit/low': 'a'.repeat(64) },
  file: 'plans/small.yaml',
  text: 'name: small\n',
  faithful: true,
  sameModels: true,
};

describe('plans, tables and files of months', () => {
  let server: FastifyInstance;
  beforeAll(() => {
    server = Fastify();
    server.setValidatorCompiler(validatorCompiler);
    server.setSerializerCompiler(serializerCompiler);
    answerProblems(server);
    addPlanRoutes(server, {
      document: async (run) => (run === document.run ? document : undefined),
      table: async (key) => (key.startsWith('a') ? new Uint8Array([1, 2, 3]) : undefined),
      parquet: async (run) => (run === document.run ? new TextEncoder().encode('PAR1') : undefined),
    });
  });

  it('sends the whole plan, every word of its evidence', async () => {
    const answer = await server.inject('/api/runs/small-s1-001/plan');
    expect(planDocumentSchema.parse(answer.json())).toEqual(document);
  });

  it('sends a table once and for all', async () => {
    const answer = await server.inject(`/api/tables/${'a'.repeat(64)}`);
    expect([...answer.rawPayload]).toEqual([1, 2, 3]);
    expect(answer.headers['cache-control']).toContain('immutable');
  });

  it('sends months as a file to keep', async () => {
    const answer = await server.inject('/api/runs/small-s1-001/months.parquet');
    expect(answer.body).toBe('PAR1');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="small-s1-001.parquet"');
  });

  it.each([
    ['/api/runs/none/plan', 404, 'server/no-such-run'],
    ['/api/runs/none/months.parquet', 404, 'server/no-such-run'],
    [`/api/tables/${'b'.repeat(64)}`, 404, 'server/no-such-table'],
    ['/api/tables/..%2f..%2fetc', 400, 'server/bad-request'],
  ])('%s is %i %s', async (address, status, code) => {
    const answer = await server.inject(address);
    expect([answer.statusCode, problemSchema.parse(answer.json()).error.code]).toEqual([status, code]);
  });
});
