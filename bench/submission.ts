import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { bare } from './contestants.ts';
import { aFolder, openStore } from './items.ts';
import { interleaved, median, medianOf, type Rounds, timed, worstInHundred, worstOf } from './measuring.ts';
import { aSlack, startProgram, teamChannel } from './processes.ts';
import { keepInspection } from './records.ts';
import { type Figure, held, milliseconds, shown } from './report.ts';

const submissions = 40;
/** Between two forms, so that neither app is still busy with what follows an answer: people send one every few minutes. */
const pause = 30;
const rounds = 9;

type Slack = Awaited<ReturnType<typeof aSlack>>;

/** An evidence form as Slack sends it, filled in, and a new request each time, as each form that is opened has. */
const aForm = async (slack: Slack) => {
  const chi = slack.person('UCHI');
  await chi.command(teamChannel, 'evidence');
  await chi.fill({
    'Judgement area': ['help-and-protection'],
    'What did you find?': 'The plan says who does what, but not what is to change for the child.',
    'It is': 'Concern',
  });
  const view = chi.view();
  if (view === undefined) throw new Error('The form was not opened');
  return () => ({
    type: 'view_submission',
    team: { id: 'TFORT', domain: 'inspectors' },
    user: { id: 'UCHI', username: 'uchi', name: 'uchi', team_id: 'TFORT' },
    api_app_id: view.app_id,
    token: 'a-token',
    trigger_id: randomUUID(),
    view: {
      ...view,
      private_metadata: JSON.stringify({ ...JSON.parse(view.private_metadata), request: randomUUID() }),
    },
    response_urls: [],
    is_enterprise_install: false,
    enterprise: null,
  });
};

/** From a form's sending to its acknowledgement, beside a Bolt app that gives the very same acknowledgement and does nothing else. */
export const measureSubmission = async (): Promise<Figure[]> => {
  const folder = aFolder();
  const store = await openStore(folder);
  await keepInspection(store, { channel: teamChannel, items: 200 });
  await store.close();
  const slacks = [await aSlack(), await aSlack()] as const;
  const fortnight = await startProgram('fortnight', slacks[0], { DATA_DIR: folder });
  const form = await aForm(slacks[0]);
  const sending = (slack: Slack) => async (): Promise<void> => {
    const answer = await slack.send('interactive', form());
    if (!answer.answered || answer.payload.response_action !== 'update') throw new Error('A form was not answered');
  };
  const answer = await slacks[0].send('interactive', form());
  if (!answer.answered) throw new Error('The form was not answered');
  const acks = await startProgram('acks', slacks[1], { ANSWER: JSON.stringify(answer.payload) });
  const floor = await bare(folder, 200);

  const many = (act: (n: number) => Promise<void>) => async (): Promise<number[]> => {
    const taken: number[] = [];
    for (let n = 0; n < submissions; n += 1) {
      taken.push(await timed(() => act(n)));
      await after(pause);
    }
    return taken;
  };
  const contestants = {
    fortnight: many(sending(slacks[0])),
    acks: many(sending(slacks[1])),
    append: many((n) => floor.record(n)),
  };
  for (const warm of [contestants.fortnight, contestants.acks, contestants.fortnight, contestants.acks]) await warm();
  const taken = await interleaved(contestants, rounds);
  await fortnight.stop();
  await acks.stop();
  await floor.close();
  for (const slack of slacks) await slack.close();
  rmSync(folder, { recursive: true });

  const together = (all: Rounds): number => worstInHundred(all.flat());
  const value = (all: Rounds): string => `${milliseconds(medianOf(all))} (p99 ${milliseconds(worstOf(all))})`;
  return [
    held(
      "a form's submission to its ack: p99, beside one sync's median",
      together(taken.fortnight) - median(taken.append.flat()),
      5,
      'ms',
    ),
    shown("a form's submission to its ack: Fortnight", value(taken.fortnight)),
    shown("a form's submission to its ack: a Bolt app that only acks the same payload", value(taken.acks)),
    shown('a bare O_DSYNC append in the same rounds', value(taken.append)),
  ];
};
