/** A Bolt app that does nothing but acknowledge: submitted forms with the payload in ANSWER, if there is one. */
import { App, SocketModeReceiver } from '@slack/bolt';

const { SLACK_BOT_TOKEN: token = '', SLACK_APP_TOKEN: appToken = '', SLACK_API_URL: slackApiUrl = '' } = process.env;
const answer = JSON.parse(process.env.ANSWER ?? 'null');
const receiver = new SocketModeReceiver({ appToken, installerOptions: { clientOptions: { slackApiUrl } } });
const app = new App({ token, receiver, clientOptions: { slackApiUrl } });
app.view(/.*/, async ({ ack }) => ack(answer));
app.command(/.*/, async ({ ack }) => ack());
await app.start();
