import { describe, expect, it } from 'vitest';
import { practise, smallScenario, temporaryFolder } from './replaying.ts';

/** Replays one step by the lead, after the inspection was started. */
const stoppedBy = async (...does: object[]) => {
  const outcome = does.pop();
  const folder = temporaryFolder();
  const step = { at: '10:00', who: 'Ana Reyes', does, outcome };
  return (await practise(smallScenario(folder, [step]), folder)).stopped;
};

const line = { types: '/judge evidence help + Six calls were answered within ten minutes.' };
const form = { types: '/judge evidence help +' };
const nhsNumber = { fills: { 'What did you find?': 'It is about 999 000 0018.' } };

describe('A step that comes to what its scenario says', () => {
  it.each([
    ['a receipt', [line, 'saved']],
    ['the receipt of one item', [line, { saves: 'E-001' }]],
    ['an open form', [form, { opens: 'Record evidence' }]],
    [
      'a refusal under its field',
      [form, nhsNumber, { submits: 'Save' }, { refuses: { 'What did you find?': 'NHS number' } }],
    ],
    ['an answer', [{ types: '/judge team' }, { answers: ['Lead inspector: Ana Reyes', 'Gus Vale'] }]],
    [
      'the choices offered',
      [
        { types: '/judge grade help' },
        { offers: { Grade: ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'] } },
      ],
    ],
    ['the board', [line, { board: 'Help and protection: not judged yet ⬜ · 1 item' }]],
    ['an ordinary message', [{ types: 'Team meeting at four.' }, 'done']],
    ['a button by how it begins', [line, { presses: 'Ed…' }, { opens: 'Correct E-001' }]],
  ])('[Q4] goes on after %s', async (_, given) => {
    expect(await stoppedBy(...(given as object[]))).toBeNull();
  });
});

describe('A shortcut in a scenario', () => {
  const written = { types: 'Six calls were answered.' };
  const opens = { opens: 'Record evidence' };

  it('[SC9] is used on a message, by its words, and from anywhere', async () => {
    expect(await stoppedBy({ uses: 'Record evidence' }, opens)).toBeNull();
    expect(await stoppedBy(written, { uses: 'Record as evidence', on: 'Six calls' }, opens)).toBeNull();
  });

  it('[SC9] is one that the app has, on a message that is there', async () => {
    expect(await stoppedBy({ uses: 'Grade this' }, opens)).toContain('the app has no shortcut "Grade this"');
    expect(await stoppedBy({ uses: 'Record as evidence', on: 'Six calls' }, opens)).toContain(
      'no message in #northmoor has the words "Six calls"',
    );
  });
});

describe('A step that comes to something else', () => {
  it.each([
    [
      'an answer that is not given',
      [{ types: '/judge team' }, { answers: 'Ben Okoro' }],
      '"Ben Okoro" should be what Ana Reyes sees',
    ],
    [
      'an answer that should not be given',
      [{ types: '/judge team' }, { withholds: 'Gus Vale' }],
      'should not see "Gus Vale"',
    ],
    ['a receipt with another number', [line, { saves: 'E-002' }], '"Saved E-002 " should be in the receipt'],
    ['no receipt', [{ types: '/judge team' }, 'saved'], 'there should be a receipt'],
    ['a form that does not open', [line, { opens: 'Record evidence' }], 'the form "Record evidence" should stand open'],
    [
      'a refusal that nobody foresaw',
      [form, nhsNumber, { submits: 'Save' }, 'done'],
      'it was refused under "What did you find?"',
    ],
    [
      'a refusal that does not come',
      [line, { refuses: { 'What did you find?': 'NHS number' } }],
      'there stands nothing',
    ],
    ['another board', [line, { board: 'SIGNED OFF' }], '"SIGNED OFF" should be on the board'],
    ['nothing posted', [line, { posts: 'PROVISIONAL' }], 'nothing was'],
    ['nobody told', [line, { tells: { 'Gus Vale': 'PROVISIONAL' } }], 'told to Gus Vale directly'],
    ['other choices', [{ types: '/judge grade help' }, { offers: { Grade: ['Good'] } }], '"Grade" should offer Good'],
  ])('[Q4] stops the replay with its place: %s', async (_, given, words) => {
    const stopped = await stoppedBy(...(given as object[]));
    expect(stopped).toContain('days[0].steps[2] (10:00, Ana Reyes)');
    expect(stopped).toContain(words);
  });

  it.each([
    [
      'a choice that is not offered',
      [{ types: '/judge grade help' }, { fills: { Grade: 'Splendid' } }, 'saved'],
      'does[1]',
      'does not offer Splendid',
    ],
    [
      'a field that is not there',
      [form, { fills: { Colour: 'Blue' } }, 'saved'],
      'does[1]',
      'there is no "Colour" here',
    ],
    ['a button that is not there', [line, { presses: 'Reopen' }, 'done'], 'does[1]', 'has a button "Reopen"'],
    [
      'a button with other words',
      [form, { submits: 'Send' }, 'saved'],
      'does[1]',
      'the form’s button says "Save", not "Send"',
    ],
    ['no form to send', [line, { submits: 'Save' }, 'saved'], 'does[1]', 'there is no form open'],
    ['typing over an open form', [form, line, 'saved'], 'does[1]', 'a form is open'],
    [
      'a time that is none',
      [form, { fills: { 'Observed at': 'noon' } }, 'saved'],
      'does[1]',
      'takes a time such as 09:40',
    ],
  ])('[Q4] stops at what a person could not do: %s', async (_, given, place, words) => {
    const stopped = await stoppedBy(...(given as object[]));
    expect(stopped).toContain(`days[0].steps[2].${place}`);
    expect(stopped).toContain(words);
  });
});
