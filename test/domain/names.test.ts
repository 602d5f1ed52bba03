import { describe, expect, it } from 'vitest';
import { namesThatMayStand } from '../../src/domain/may-stand.ts';
import { likelyNames } from '../../src/domain/text/names.ts';
import { under } from '../support/given.ts';

const known = ['Northmoor', 'Ana Reyes', 'Sarah Smith', 'Tom Jones'];

describe('a text with a likely name', () => {
  it.each([
    ['Ellie Brown was seen alone', ['Ellie Brown']],
    ['Visited Jack Green at home', ['Jack Green']],
    ['Workers know Jack Green, Ellie Brown and her dad', ['Jack Green', 'Ellie Brown']],
    ['her mum Sharon was not told', ['Sharon']],
    ['a boy called Mohammed', ['Mohammed']],
    ['JACK GREEN is on the list', ['JACK GREEN']],
    ['Jack G was seen', ['Jack G']],
    ['Amelia-Rose Brown', ['Amelia-Rose Brown']],
    ['Niamh O’Brien', ['Niamh O’Brien']],
    ['Jack Green. Jack Green again', ['Jack Green']],
    ['Ellie said that she is afraid', ['Ellie']],
    ['the plan for callum has no dates', ['callum']],
    ['Ellie Brown was seen; later Ellie spoke', ['Ellie Brown']],
    ['Mrs Patel was not told', ['Mrs Patel']],
    ['her brother Smudge was seen', ['Smudge']],
    ['They call him Smudge', ['Smudge']],
    ['Tyler’s plan', ['Tyler']],
  ])('[C3] points out in "%s"', (text, names) => {
    expect(likelyNames(text, known)).toEqual(names);
  });

  it.each([
    'Strategy discussions are held late',
    'Children in Northmoor wait for Early Help',
    'May and June 2013; Will the plan be reviewed',
    'C-017: Social Worker changed four times',
    'The Signs of Safety model is called Strengthening Families',
    'Grade rests on E-014',
    'Jordan and Georgia are countries; Holly and ivy grow; the case was rated Amber',
    'The jack-in-the-box rota; Mr and Mrs were crossed out',
    'The friend of the family, and a boy who was seen',
  ])('[C3] is quiet about "%s"', (text) => {
    expect(likelyNames(text, known)).toEqual([]);
  });

  it('[C3] is quiet about the authority and the people of the team', () => {
    expect(likelyNames('Ana Reyes and Sarah Smith’s visit with Tom Jones', known)).toEqual([]);
    expect(likelyNames('Victoria Northmoor', [...known, 'Victoria Northmoor'])).toEqual([]);
  });

  it('[C3] points out a name made of two people’s of the team', () => {
    expect(likelyNames('Sarah Jones was seen', known)).toEqual(['Sarah Jones']);
  });
});

describe('a name that is on no list', () => {
  it.each([
    ['We spoke with Kwabena Xulu about the plan', 'Kwabena Xulu'],
    ['Kwabena Xulu was seen at home', 'Kwabena Xulu'],
    ['Kwabena Xulu’s plan has no dates', 'Kwabena Xulu'],
    ['Nobody told the school – Kwabena Xulu least', 'Kwabena Xulu'],
    ['C-017: Kwabena Xulu was seen', 'Kwabena Xulu'],
    ['One child (Kwabena Xulu) was seen', 'Kwabena Xulu'],
    ['“Kwabena Xulu is my worker”', 'Kwabena Xulu'],
    ['The plan is late\nKwabena Xulu was seen', 'Kwabena Xulu'],
    ['Inspector Kwabena Xulu knew', 'Kwabena Xulu'],
    ['We saw KWABENA XULU', 'KWABENA XULU'],
    ['Иван Петров was seen', 'Иван Петров'],
  ])('[C9] is pointed out in "%s": two words with a capital letter, neither of them vocabulary', (text, name) => {
    expect(likelyNames(text, known)).toEqual([name]);
  });

  it.each([
    ['J. Smith was at home', 'J. Smith'],
    ['We met J Smith at home', 'J Smith'],
    ['We met J.R. Hartley at home', 'J.R. Hartley'],
    ['A. Carter was seen', 'A. Carter'],
    ['Fiona McInerney was seen', 'Fiona McInerney'],
    ['Mary-Jane Watson-Smith was seen', 'Mary-Jane Watson-Smith'],
    ["Niamh O'Brien was seen", "Niamh O'Brien"],
    ['We met Maria de Souza at home', 'Maria de Souza'],
    ['We met Ahmed bin Said at home', 'Ahmed bin Said'],
    ['Siân Parry was seen', 'Siân Parry'],
    ['Alison Ward was seen', 'Alison Ward'],
    ['Ida North was seen', 'Ida North'],
    ['Miss J. Carter was told', 'Miss J. Carter'],
    ['We told Mrs Young', 'Mrs Young'],
    ['Dr Head saw her', 'Dr Head'],
    ['SOCIAL WORKERS ARE LATE AND THE PLAN FOR JACK GREEN AT SCHOOL TOO', 'JACK GREEN'],
    ['Sarah Green was seen', 'Sarah Green'],
    ['spoke to alison about it', 'alison'],
  ])('[C9] is pointed out whole in "%s"', (text, name) => {
    expect(likelyNames(text, known)).toEqual([name]);
  });
});

describe('a given name that is also a word', () => {
  it.each([
    ['We spoke with Grace about the plan', 'Grace'],
    ['The plan for Will has no dates', 'Will'],
    ['Mark told us that he was afraid', 'Mark'],
    ['Joy was seen at home', 'Joy'],
    ['Holly’s plan has no dates', 'Holly'],
    ['Ruby Xulu was seen', 'Ruby Xulu'],
    ['We spoke with May about the plan', 'May'],
    ['Summer said that she wants to go home', 'Summer'],
    ['Her sister April was seen', 'April'],
    ['We met April Xulu at home', 'April Xulu'],
  ])('[C10] is pointed out in "%s"', (text, name) => {
    expect(likelyNames(text, known)).toEqual([name]);
  });

  it.each([
    'Mark schemes for audits differ',
    'Will the plan be reviewed?',
    'Hope is not a plan',
    'Dawn raids were made',
    'In May the plan was late; April’s figures were wrong',
    'The figures rose, compared with April',
    'Children came from Jordan and Sierra Leone',
    'the Willow team and the Hope project',
    'Hope House and Victoria Road',
    'grace, hope and faith in small letters',
  ])('[C10] is the word in "%s"', (text) => {
    expect(likelyNames(text, known)).toEqual([]);
  });
});

describe('what is called after somebody, and what else has a capital letter', () => {
  it.each([
    'St Mary’s School and the Queen Elizabeth Hospital',
    'Alder Hey Children’s Hospital sends good referrals',
    'The Martin inquiry and the Sarah Xulu Centre',
    'Tower Hamlets, Milton Keynes and Stockton-on-Tees share a team',
    'Liquidlogic and Mosaic; Signs of Safety; Family Group Conferences',
    'The Thornhill Meadows scheme; a visit in Thornhill Meadows',
    'Children of Team B; Section C Thornhill; Form F Assessments',
    'Head of Service for Children in Care, and the Lead Member',
    'Microsoft Teams on Monday, Christmas Eve and Ramadan',
    'Northmoor Gateway is open',
    'The CATE team, IRIS, MARAC and LADO',
    'B12 and Room 7B, 3Cs and E-014',
  ])('[C11] is quiet about "%s"', (text) => {
    expect(likelyNames(text, known)).toEqual([]);
  });
});

describe('names of the inspection at hand', () => {
  const sites = 'Alder Xulu\nFlorence House\nJordan Hall';
  const mayStand = namesThatMayStand(under('sif-2013').started().and({ type: 'SetContext', sites }, 'lead').state());

  it('[C13] may stand: the authority, the team, sites, areas and cohorts', () => {
    expect(mayStand).toEqual(
      expect.arrayContaining([
        'Northmoor',
        'Ana Reyes',
        'Alder Xulu',
        'Care leaver',
        expect.stringMatching(/leadership/i),
      ]),
    );
    expect(likelyNames('Northmoor’s workers at Alder Xulu met Ana', mayStand)).toEqual([]);
    expect(likelyNames('Northmoor’s workers at work, with Alder Xulu as chair', [])).toEqual(['Alder Xulu']);
  });

  it('[C13] may not lend a place’s name to the person who bears it', () => {
    expect(likelyNames('The team at Florence House spoke with Florence and met Jordan', mayStand)).toEqual([
      'Florence',
      'Jordan',
    ]);
  });
});
