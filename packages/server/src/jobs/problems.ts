import { RequestProblem } from '../problem.ts';

export const noSuchJob = (job: string) =>
  new RequestProblem({
    status: 404,
    code: 'job/not-found',
    message: `There is no job "${job}".`,
    cause: 'Jobs live as long as the server; it was started anew, or the job has long ended.',
    fix: 'See /api/jobs for the jobs there are, and /api/runs for the runs they made.',
  });

export const alreadyAsked = (run: string, job: string) =>
  new RequestProblem({
    status: 409,
    code: 'job/already-asked',
    message: `${run} is being carried out.`,
    cause: `Job ${job} waits for it or works on it.`,
    fix: 'Watch that job, or cancel it first.',
  });

export const nothingToResume = (run: string) =>
  new RequestProblem({
    status: 409,
    code: 'job/nothing-to-resume',
    message: `${run} is finished.`,
    cause: 'Only a run that was interrupted can be resumed.',
    fix: 'Open it, or start another one.',
  });

export const queueFull = (most: number) =>
  new RequestProblem({
    status: 503,
    code: 'job/queue-full',
    message: 'No more runs can wait here.',
    cause: `Runs are carried out one after the other, and ${most} wait already.`,
    fix: 'Ask again when some have ended, or cancel some.',
  });

export const startingNotAllowed = () =>
  new RequestProblem({
    status: 403,
    code: 'job/not-allowed',
    message: 'Runs cannot be started from here.',
    cause: 'Only this machine may start runs, under its own name, unless the server was told otherwise.',
    fix: 'Open the page on the machine that serves it, or serve with --allow-runs.',
  });

export const foreignOrigin = () =>
  new RequestProblem({
    status: 403,
    code: 'job/foreign-origin',
    message: 'Another site may not do this.',
    cause: 'The request comes from a page that this server did not serve.',
    fix: 'Open the page of this server and do it there.',
  });

export const needsSocket = () =>
  new RequestProblem({
    status: 426,
    code: 'job/needs-socket',
    message: 'The state of a run is told over a WebSocket.',
    cause: 'The request is an ordinary one.',
    fix: 'Open ws://…/state with a WebSocket; months of a finished run are at /api/runs/RUN/months.',
  });
