import { describe, expect, it } from 'vitest';
import { dailyOf } from '../../src/domain/daily.ts';
import { whyNoQuestionnaire } from '../../src/domain/matters/questionnaire.ts';
import { countedOver, rolesApart } from '../../src/domain/questionnaires.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { board } from '../../src/words/board.ts';
import { openMatters } from '../../src/words/open-matters.ts';
import { statementInWords } from '../../src/words/questionnaire.ts';
import { folded, minute, type Story, under } from '../support/given.ts';
import { holidays } from '../support/holidays.ts';
import { erase, withdrawItem } from '../support/sent.ts';
import { answers, published, sendQuestionnaire } from '../support/sent-practice.ts';

const sif = under('sif-2013');
const out = sif.signedOff();
const sent = out.and(sendQuestionnaire('9'), 'analyst');

/** So many directors who agree with both statements, the first of them strongly with one. */
const agreed = (from: Story, count: number, but = {}): Story =>
  Array.from({ length: count }).reduce<Story>((so) => so.and(answers(but), 'analyst'), from);

describe('a questionnaire', () => {
  it('[QN1] comes once the inspection is signed off or published, and not before', () => {
    sif.settled().when(sendQuestionnaire('9'), 'lead').refuses(null, 'comes after publication');
    sif.settled().when(answers(), 'lead').refuses(null, 'comes after publication');
    sif.settled().and(published, 'lead').when(sendQuestionnaire('9'), 'lead').keeps({ type: 'QuestionnaireSent' });
    sent.when(answers(), 'analyst').keeps({ type: 'AnswersRecorded', item: 'U-001', from: 'director' });
  });

  it('[QN2] is kept with how many were asked, and takes no more answers than that', () => {
    out.when(answers(), 'lead').refuses(null, 'Say first how many were asked');
    const one = out.and(sendQuestionnaire('1'), 'lead').and(answers(), 'lead');
    one.when(answers(), 'lead').refuses(null, 'Asked: 1. Came back: 1');
    one.and(sendQuestionnaire('2'), 'lead').when(answers(), 'lead').keeps({ type: 'AnswersRecorded', item: 'U-002' });
    agreed(sent, 2).when(sendQuestionnaire('1'), 'lead').refuses('asked', '2 came back already');
    for (const wrong of ['', '0', 'nine', '-3', '2.5'])
      out.when(sendQuestionnaire(wrong), 'lead').refuses('asked', 'as a number');
  });

  it('[QN2] is refused where nobody that is asked answers, or nothing that is asked is answered', () => {
    sent.when(answers({ from: 'parent' }), 'lead').refuses('from', 'Director, Manager or worker');
    sent.when(answers({ answers: { weather: 'agree' } }), 'lead').refuses(null, 'no statement "weather"');
    sent.when(answers({ answers: {} }), 'lead').refuses('words', 'one statement at least');
    sent.when(answers({ answers: { manner: 'perhaps' } }), 'lead').refuses('answers.manner');
    sent.when(answers({ answers: {}, words: 'Fair' }), 'lead').keeps({ type: 'AnswersRecorded', words: 'Fair' });
    under('multi-agency-2013').started().when(sendQuestionnaire('9'), 'lead').refuses(null, 'names no questionnaire');
  });

  it('[QN3] is counted by statement, with how many were asked and answered beside every share', () => {
    const nine = agreed(sent, 9, { answers: { manner: 'strongly-agree', clear: 'disagree' } }).state();
    const count = countedOver([nine]);
    const [manner, , , clear] = count.statements;
    if (!manner || !clear) throw new Error('The framework has other statements');
    expect(statementInWords(manner, count)).toBe(
      '9 of 9 directors agreed (100 %; 9 asked), 9 of them strongly: The inspectors’ manner was professional',
    );
    expect(statementInWords(clear, count)).toBe('0 of 9 directors agreed (0 %; 9 asked): The report is clear');
    const mixed = agreed(agreed(sent, 1), 1, { from: 'colleague', answers: { manner: 'do-not-know' } }).state();
    const two = countedOver([mixed]);
    expect(statementInWords(two.statements[0] ?? manner, two)).toContain('1 of 2 agreed (50 %; 9 asked)');
    expect(statementInWords(two.statements[1] ?? manner, two)).toContain('Nobody of 9 asked answered');
  });

  it('[QN3] is counted over all inspections of a framework, those without one left out', () => {
    const [one, other] = [agreed(sent, 3).state(), agreed(out.and(sendQuestionnaire('4'), 'lead'), 2).state()];
    const count = countedOver([out.state(), one, other]);
    expect(count).toMatchObject({ inspections: 2, asked: 13, answered: 5 });
    expect(count.statements[0]).toMatchObject({ answered: 5, agreed: 5, strongly: 5 });
    expect(countedOver([])).toMatchObject({ inspections: 0, asked: 0, answered: 0, statements: [] });
  });

  it('[QN4] counts a role apart only where three of each answered', () => {
    const colleague = { from: 'colleague' };
    expect(rolesApart(countedOver([agreed(agreed(sent, 4), 2, colleague).state()]))).toEqual([]);
    const both = agreed(agreed(sent, 3), 3, colleague).state();
    expect(rolesApart(countedOver([both]))).toEqual(['director', 'colleague']);
    expect(countedOver([both], 'colleague')).toMatchObject({ answered: 3 });
    expect(rolesApart(countedOver([agreed(sent, 9).state()]))).toEqual([]);
  });

  it('[QN5] is counted no more once it is withdrawn or erased', () => {
    const two = agreed(sent, 2);
    expect(countedOver([two.and(withdrawItem('U-001'), 'lead').state()]).answered).toBe(1);
    expect(countedOver([two.and(erase('U-002'), 'lead').state()]).answered).toBe(1);
  });

  it('[QN6] [U16] reaches no grade: grading, summary, what is thin and the board are the same with it and without', () => {
    const reported = sif.signedOff().and(published, 'lead').and(sendQuestionnaire('4'), 'lead');
    const early = sif.settled().and(published, 'lead');
    for (const before of [sif.signedOff(), reported, early]) {
      const after = agreed(before.and(sendQuestionnaire('9'), 'lead'), 3, { words: 'They were fair' });
      const seen = (story: Story) => {
        const inspection = story.state();
        const summary = summaryOf(inspection);
        const { inspection: _, ...read } = summary;
        const daily = dailyOf(inspection, '2013-11-19', minute(400), holidays);
        return JSON.stringify([
          read,
          inspection.signatures,
          inspection.changedAt,
          inspection.movedAt,
          daily.thin,
          daily.recorded.all.items,
          board(summary, minute(400), holidays),
        ]);
      };
      expect(seen(after)).toBe(seen(before));
    }
  });

  it('[QN9] is to be sent once the report is published, and is due since that day', () => {
    const open = (story: Story) => openMatters(story.state(), minute(400)).map(({ words, due }) => `${words} ${due}`);
    const waits = 'Questionnaire to be sent, due Tue 19 Nov 2013-11-19';
    expect(open(out)).not.toContain(waits);
    expect(open(out.and(published, 'lead'))).toContain(waits);
    expect(open(out.and(published, 'lead').and(sendQuestionnaire('9'), 'lead'))).not.toContain(waits);
  });

  it('[QN7] opens in records of a framework that has none', () => {
    const entries = sif.signedOff().entries();
    const [first] = entries;
    const [start] = first?.events ?? [];
    if (start?.type !== 'InspectionStarted') throw new Error('It begins otherwise');
    const { questionnaire: _, ...older } = start.framework;
    const inspection = folded([
      { ...first, events: [{ ...start, framework: older }] } as typeof first & object,
      ...entries.slice(1),
    ]);
    expect(countedOver([inspection])).toMatchObject({ inspections: 0 });
    expect(whyNoQuestionnaire(inspection, minute(400))).toContain('names no questionnaire');
  });
});
