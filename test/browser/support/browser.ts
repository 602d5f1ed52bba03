import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** What Chromium needs where there is no display, and nothing that looks for a network. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=en-GB',
];

/** The Chromium that comes as a package, unpacked once a machine. */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await packed.executablePath(), headless: true, args: flags, timeout: 120_000 });
