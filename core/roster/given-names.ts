import { searchForm } from '../names.ts';
import { phrasesIn } from './vocabulary.ts';

/**
 * Given names that are common in several countries and are seldom family names. They are never used to say what anybody
 * is called: only to find out, over a whole column, whether lists put the family name first.
 */
const common = phrasesIn([
  'james; john; robert; michael; william; david; richard; joseph; charles; christopher; daniel; matthew; anthony',
  'mark; steven; andrew; kenneth; joshua; kevin; brian; timothy; ronald; jason; jeffrey; jacob; nicholas; eric',
  'jonathan; stephen; justin; brandon; benjamin; samuel; gregory; patrick; alexander; raymond; jack; peter; ethan',
  'jeremy; noah; adam; nathan; zachary; kyle; christian; sean; dylan; bryan; roger; philip; paul; george; edward',
  'mary; patricia; jennifer; linda; elizabeth; barbara; susan; jessica; sarah; karen; lisa; nancy; sandra; betty',
  'ashley; emily; kimberly; margaret; donna; michelle; carol; amanda; melissa; deborah; stephanie; rebecca; sharon',
  'laura; cynthia; dorothy; amy; kathleen; angela; shirley; emma; brenda; pamela; nicole; anna; samantha; katherine',
  'christine; helen; debra; rachel; carolyn; janet; maria; catherine; heather; diane; olivia; julie; joyce; victoria',
  'jane; alice; julia; grace; judith; theresa; rose; hannah; sophia; chloe; ann; anne; claire; lucy; ellen; ruth',
  'jose; juan; luis; carlos; jesus; miguel; francisco; antonio; manuel; pedro; alejandro; jorge; fernando; javier',
  'rafael; roberto; ricardo; eduardo; mario; sergio; pablo; diego; andres; enrique; raul; alberto; oscar; hector',
  'guadalupe; ana; carmen; rosa; juana; josefa; isabel; lucia; marta; elena; pilar; teresa; sofia; camila; valentina',
  'daniela; gabriela; adriana; alejandra; patricia; veronica; silvia; monica; claudia; beatriz; mercedes; gloria',
  'joao; paulo; lucas; mateus; thiago; gustavo; mariana; juliana; fernanda; bruna; leticia; larissa; ines; joana',
  'jean; pierre; michel; philippe; alain; nicolas; christophe; frederic; laurent; sebastien; julien; guillaume; luc',
  'marie; nathalie; isabelle; sylvie; valerie; sandrine; celine; aurelie; camille; chantal; brigitte; monique; elodie',
  'hans; peter; wolfgang; klaus; jurgen; stefan; andreas; uwe; matthias; markus; sabine; petra; ursula; monika; ute',
  'gabriele; birgit; katrin; anja; heike; giuseppe; giovanni; francesco; luca; marco; alessandro; giulia; chiara',
  'francesca; paolo; matteo; jan; piotr; krzysztof; andrzej; tomasz; katarzyna; agnieszka; malgorzata; ewa; pavel',
  'sergey; dmitry; aleksandr; aleksey; ivan; mikhail; vladimir; natalia; olga; tatiana; irina; svetlana; ekaterina',
  'сергей; дмитрий; александр; алексей; иван; михаил; владимир; наталья; ольга; татьяна; ирина; светлана; анна; мария',
  'mohammed; mohamed; muhammad; ahmed; fatima; aisha; khadija; yusuf; ibrahim; omar; mustafa; hamza; maryam; zainab',
  'mehmet; ayse; fatma; emine; murat; kofi; kwame; amara; ngozi; chinedu; chidi; emeka; adaeze; priya; ananya; rahul',
  'sanjay; deepa; sunita; anita; rajesh; suresh; lakshmi; pooja; kavita; arjun; rohan; wei; mei; hiroshi; yuki; kenji',
]);
const names = new Set([...common].map(searchForm));

export const isCommonGiven = (word: string): boolean => names.has(searchForm(word));
