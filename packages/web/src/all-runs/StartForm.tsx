import type { JobList, NewRun } from '@kardashev/contracts/job.ts';
import { useSignal } from '@preact/signals';
import type { Trouble } from '../api/api.ts';
import { TroubleNote } from '../app/TroubleNote.tsx';
import { askFor, jobs, plans } from './jobs.ts';
import { type OverrideFault, readOverrides } from './overrides.ts';
import { words } from './words.ts';
import { number } from './written.ts';

const ownPlan = '';
const mostSeed = 2 ** 32 - 1;

/** Which plan, with which seed, and what should be otherwise than it says. */
export function StartForm() {
  if (jobs.value.state === 'failed') return <TroubleNote trouble={jobs.value.trouble} />;
  const list = jobs.value.state === 'ready' ? jobs.value.value : undefined;
  return (
    <section class="start" aria-labelledby="start-title">
      <h3 id="start-title">{words().start}</h3>
      {list && (list.mayStart ? <Form /> : <MayNot list={list} />)}
    </section>
  );
}

function MayNot({ list: _ }: { list: JobList }) {
  const shipped = plans.value.state === 'ready' ? plans.value.value.plans : [];
  if (shipped.length === 0) return <p>{words().readsOnly}</p>;
  return (
    <p>
      {words().mayNot} {words().mayNotFix}
    </p>
  );
}

function Form() {
  const plan = useSignal('million');
  const own = useSignal('extends: million\nname: mine\ntitle: \n');
  const seed = useSignal('1');
  const overrides = useSignal('');
  const faults = useSignal<readonly OverrideFault[]>([]);
  const trouble = useSignal<Trouble | undefined>(undefined);
  const busy = useSignal(false);
  const seedIsGood = /^\d{1,10}$/.test(seed.value.trim()) && Number(seed.value) <= mostSeed;

  const begin = async (event: Event) => {
    event.preventDefault();
    const read = readOverrides(overrides.value);
    faults.value = read.faults;
    if (read.faults.length > 0 || !seedIsGood || busy.value) return;
    busy.value = true;
    const text = plan.value === ownPlan ? own.value : plan.value;
    const wish: NewRun = { plan: text, set: { ...read.set }, seed: Number(seed.value) };
    const answer = await askFor(wish);
    busy.value = false;
    trouble.value = answer.state === 'failed' ? answer.trouble : undefined;
  };
  return (
    <form onSubmit={begin} noValidate>
      <PlanChoice plan={plan.value} choose={(name) => (plan.value = name)} />
      {plan.value === ownPlan && (
        <label class="field own-plan">
          <span>{words().ownPlanText}</span>
          <textarea
            rows={6}
            spellcheck={false}
            value={own.value}
            onInput={(event) => (own.value = event.currentTarget.value)}
          />
          <small>{words().ownPlanHint}</small>
        </label>
      )}
      <label class="field">
        <span>{words().seed}</span>
        <input
          inputMode="numeric"
          value={seed.value}
          aria-invalid={!seedIsGood}
          aria-describedby="seed-hint"
          onInput={(event) => (seed.value = event.currentTarget.value)}
        />
        <small id="seed-hint" class={seedIsGood ? '' : 'wrong'}>
          {seedIsGood ? words().seedHint : words().seedFault}
        </small>
      </label>
      <label class="field">
        <span>{words().overrides}</span>
        <textarea
          rows={3}
          spellcheck={false}
          placeholder="capital.costOfCapital = 5 %/yr"
          value={overrides.value}
          aria-invalid={faults.value.length > 0}
          aria-describedby="overrides-hint"
          onInput={(event) => (overrides.value = event.currentTarget.value)}
        />
        <small id="overrides-hint">{words().overridesHint}</small>
      </label>
      <OverrideFaults faults={faults.value} />
      {trouble.value && <TroubleNote trouble={trouble.value} />}
      <button type="submit" class="primary" disabled={busy.value}>
        {words().begin}
      </button>
    </form>
  );
}

function PlanChoice({ plan, choose }: { plan: string; choose: (name: string) => void }) {
  const shipped = plans.value.state === 'ready' ? plans.value.value.plans : [];
  const about = shipped.find(({ name }) => name === plan)?.about;
  return (
    <label class="field">
      <span>{words().plan}</span>
      <select value={plan} onChange={(event) => choose(event.currentTarget.value)}>
        {shipped.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
        <option value={ownPlan}>{words().ownPlan}</option>
      </select>
      {about && <small lang="en">{about}</small>}
    </label>
  );
}

function OverrideFaults({ faults }: { faults: readonly OverrideFault[] }) {
  if (faults.length === 0) return null;
  return (
    <ul class="faults" role="alert">
      {faults.map(({ line, code, text }) => (
        <li key={line}>
          <p>
            <strong>{words().overrideFaults[code]}</strong> <code>{code}</code>
          </p>
          <p>
            {words().line(number(line))}: <code>{text}</code>
          </p>
        </li>
      ))}
    </ul>
  );
}
