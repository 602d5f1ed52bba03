/**
 * Given names common in England and Wales across communities (after the Office for National Statistics' yearly lists of
 * baby names), without those that are also everyday words in evidence. Only used to ask, never to certify.
 */
export const givenNames: ReadonlySet<string> = new Set(
  `
aaliyah aamir aarav aaron abdi abdirahman abdul abdullah abena abigail abu adam adebayo adeel adrian agnieszka
ahmad ahmed aidan aiden aisha alan alana albert aleksander aleksandra alex alexander alexandra alfie alfred ali
alice alicia alisha alison amanda amara amber amelia amelie amina amir amy ana ananya anastasia andrea andrei
andrew angela anil anita anna annabel anne anthony aoife archie arjun arthur arya asha ashley asma aurora austin
ava ayaan ayesha ayodele aziz barbara bartosz bashir beatrice bella ben benjamin beth bethan bethany bilal billy
blessing bobby bonnie bradley brandon brian caitlin caleb callum cameron caoimhe carl carol caroline cassie
catherine cerys chantelle charlie charlotte chelsea chiamaka chidi chinedu chioma chloe chris christian christina
christine christopher ciara cillian claire cody connor corey courtney craig curtis daisy damian dan daniel daniela
danny darren david dawid debbie deborah declan deepak demi denise deqa dexter dilan dionne divya dmitri dominic
dominika donna dwayne dylan ebony eddie edith edward eleanor elena eleri eli elijah elisha eliza elizabeth ella
ellie elliot ellis elsa elsie emeka emilia emily emma emmanuel eoin erin ethan eva evan eve evelyn evie ewa ezra
fadumo faisal farah farai fatima felix femi ffion filip finlay finn florence florin frankie fraser fred freddie
freya funmi gabriel gareth gary gavin gemma george georgia georgina gerald gethin gina glenda graham grzegorz
gurpreet gwen haidar hamid hamza hannah harley haroon harpreet harriet harrison harry harvey hassan hayley heather
heidi helen henry hiwa hodan holly howard hugh hugo hussain hussein ian ibrahim ieuan ifeoma ifrah imani imogen
imran ines ioana ionut iqra irina iris isaac isabel isabella isabelle isla ismail isobel ivan ivy jack jackson
jacob jade jaden jake jakub james jamie jan jane janet jared jasleen jasmine jason jasper jawad jay jayden jean
jeff jennifer jenny jeremy jermaine jesse jessica jill joan joanna joanne jodie joe joel joey john jonah jonathan
jordan jose joseph josh joshua jude judith julia julian julie junaid kacper kai kamran kara karen karl karolina
karwan kashif katarzyna kate katherine kathryn katie kayla keira keith kelly kelsey ken kenneth kerry kevin
khadija kian kieran kim kimberley kiran kirsten kirsty kofi krzysztof kwame kyle kylie laila laith lara laura
lauren layla leah leanne lee lena leo leon lesley lewis lexi liam lily linda linh lisa lola lorraine louie louis
louise luca lucas lucy luke lydia mackenzie maddison magdalena mahdi maisie malachi malgorzata malik mandy
manpreet marcia marcus marek margaret maria mariam marie marius marlon martha martin mary maryam mason mateusz
matilda matthew maya meera megan melissa mia michael michal michelle mihai millie minh miriam mohamed mohammad
mohammed moira molly monica musa mustafa mya nabeela nadia naila naima naomi nasreen natalia natalie natasha
nathan nathaniel neha ngozi niamh nicholas nicola nicole nicoleta nigel nikita nisha nkechi noah noor norman
obinna oisin oksana olga oliver olivia oliwia oluwaseun omar omid orla oscar oskar osman otis owain owen paige
pamela patricia patrick patryk paul paula pauline pawel peggy peter philip phoebe piotr pooja poppy precious priya
rachel rahim rahul raj rajesh ralph ravi raymond razvan rebecca rebin reece reggie reuben reza rhian rhiannon rhys
richard ricky riley rita rizwan robbie robert rodney roger rohan roisin roman ronan ronnie rory rosa rosie ross
roxanne ruby rukhsana russell ruth ryan sabrina saeed sahra saima sally sam samantha samir samira samuel sandra
sanjay sara sarah scarlett scott sean sebastian seren shabnam shane shannon sharon shaun shauna shazia sheila
shelby shelley shirin shirley sian sienna simon simran sinead siobhan skye sofia sohail sonia sophia sophie stacey
stanley stefan stella stephanie stephen steven stewart stuart sue sunita susan suzanne svetlana syed sylvia tahir
tamara tamsin tanya tara tariq tatenda teddy tegan temitope teresa terry thabo thea theo theodore theresa thomas
thuy tia tiffany tilly tim timothy tina toby tom tomasz tommy toni tony tracey trevor tristan troy tunde tyler
tyrone uma umar usman valerie vanessa vera vicky victoria vijay vincent violet vlad waqar wayne wendy wiktoria
william willow wojciech xavier yasir yasmin yasmine yousef yulia yusuf yvonne zac zach zachary zack zahid zahra
zain zainab zara zarina zeeshan zoe zuzanna
`
    .trim()
    .split(/\s+/),
);

/** Those that are also words, places or faiths: alone, without a second name, they say nothing. */
export const namesThatAreWords: ReadonlySet<string> = new Set(
  `
amber aurora austin dan jan sally blessing carol chelsea christian daisy eve florence georgia heather holly iris ivy jade jean
jordan lee marie poppy precious raj roman ross ruby russell sienna stanley sue teddy tia victoria violet willow
`
    .trim()
    .split(/\s+/),
);
