import './style/base.css';
import { render } from 'preact';
import { App } from './app/App.tsx';
// After the styles of the parts, over which it stands.
import './style/modes.css';

const root = document.getElementById('app');
if (root) render(<App />, root);
