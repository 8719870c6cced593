import type { ComponentChildren } from 'preact';
import './card.css';

interface CardProps {
  readonly id: string;
  readonly title: string;
  /** In which money, or in which unit. */
  readonly unit?: string;
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of the view with its title, its unit and what can be done with it. */
export function Card({ id, title, unit, tools, children }: CardProps) {
  return (
    <section class="card" aria-labelledby={id}>
      <header class="card-head">
        <h3 id={id}>{title}</h3>
        {unit && <p class="card-unit">{unit}</p>}
        {tools && <div class="card-tools">{tools}</div>}
      </header>
      {children}
    </section>
  );
}
