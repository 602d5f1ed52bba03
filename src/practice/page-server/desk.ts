import { randomBytes } from 'node:crypto';
import type { Place } from '../place.ts';
import type { Playing } from '../player.ts';
import { aMinuteAfter, momentAhead } from './ahead.ts';
import { doAsPerson, inWords, nothingSaid, type Result } from './person-acts.ts';
import { seenBy } from './seeing.ts';
import type { Ahead, Came, PageAct, PersonalAct, Seen, WhoeverActs } from './wire.ts';

/** What may be done while a sample fortnight plays, and takes no time. */
const onlyLooking: string[] = ['open home', 'area words'];
const whoeverActs: WhoeverActs = 'whoever acts';

type DeskSetup = { place: Place; playing: Playing };

/** Where whoever practises sits: they act as one person or another, move the clock, and have sample fortnights played. */
export const createDesk = ({ place, playing }: DeskSetup) => {
  const started = randomBytes(8).toString('hex');
  let version = 0;
  let opened = 0;
  place.onAnew(() => {
    opened += 1;
  });
  /** One act at a time: two tabs cannot move the clock under one another. */
  let before: Promise<unknown> = Promise.resolve();

  const knows = (me: string): boolean => place.session().workspace.people.some(({ id }) => id === me);

  /** Whoever asks for nobody, or for somebody who is not there any more, is the first one. */
  const seen = (asked: string): Seen => {
    version += 1;
    const [first] = place.session().workspace.people;
    const meant = asked === whoeverActs ? (playing.played()?.who ?? '') : asked;
    const me = knows(meant) ? meant : (first?.id ?? '');
    const answered = { in: `${started} ${opened}`, last: place.session().slack.lastShown() };
    return { ...seenBy(place.session(), me, playing.played()), version, started, answered };
  };

  const isPlaying = (): boolean => ['playing', 'paused'].includes(playing.played()?.stands ?? '');

  const asPerson = async (me: string, act: PersonalAct): Promise<Result> => {
    if (isPlaying() && !onlyLooking.includes(act.act))
      return {
        ...nothingSaid,
        not: 'A sample fortnight is being played. Take over, and everything here is yours to use.',
      };
    const session = place.session();
    const { clock, setting, pass } = session;
    const takesTime = !['suggest', 'close', ...onlyLooking].includes(act.act);
    if (takesTime) await pass(aMinuteAfter(setting, clock.now()), () => undefined);
    return doAsPerson(session, me, act).catch(inWords);
  };

  const moveTheClock = async (ahead: Ahead): Promise<void> => {
    if (isPlaying()) return;
    const { clock, setting, pass, slack } = place.session();
    await pass(momentAhead(setting, clock.now(), ahead), () => undefined);
    await slack.quiet();
  };

  const came = async (me: string, act: PageAct): Promise<Result> => {
    switch (act.act) {
      case 'move the clock':
        await moveTheClock(act.ahead);
        break;
      case 'play':
        await playing.begin(act.sample, act.into ? 'at once' : 'briskly', act.into);
        break;
      case 'pause':
        await playing.pause();
        break;
      case 'go on':
        playing.resume();
        break;
      case 'set speed':
        playing.setSpeed(act.speed);
        break;
      case 'take over':
        await playing.takeOver();
        break;
      case 'start again':
        await playing.startAgain();
        break;
      default:
        return asPerson(me, act);
    }
    return nothingSaid;
  };

  return {
    /** Whether somebody of this id is in the workspace. */
    knows,
    seen,
    does: (me: string, act: PageAct): Promise<Came> => {
      const now = before.then(async () => {
        const result = await came(me, act);
        return { ...result, seen: seen(me) };
      });
      before = now.catch(() => undefined);
      return now;
    },
    /** A file that a message before this person holds; null where none does. */
    file: async (me: string, id: string): Promise<{ name: string; bytes: Buffer } | null> => {
      const { slack } = place.session();
      const messages = slack.conversationsOf(me).flatMap((conversation) => slack.channel(conversation.id).messages());
      const file = messages.flatMap(({ files }) => files).find((each) => each.id === id);
      return file ? { name: file.name, bytes: await slack.file(id) } : null;
    },
  };
};

export type Desk = ReturnType<typeof createDesk>;
