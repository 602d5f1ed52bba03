import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'slack-blocks-to-jsx/dist/style.css';
import './styles/colours.css';
import './styles/page.css';
import './styles/frame.css';
import './styles/conversation.css';
import './styles/form.css';
import { Page } from './page.tsx';
import { onePressIsOneAct } from './presses.ts';
import { askSetup } from './state/api.ts';

const place = document.getElementById('page');
if (!place) throw new Error('the page has no place to stand in');
onePressIsOneAct();
const setup = await askSetup();
createRoot(place).render(
  <StrictMode>
    <Page setup={setup} />
  </StrictMode>,
);
