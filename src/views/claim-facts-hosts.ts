import { chequesOf } from '../world/claim-cheques';
import {
  builtShareOf,
  deepestFall,
  falls,
  hostsOf,
  keptByItself,
  labsOf,
  lossForSize,
  lossOf,
  nothing,
  othersOf,
  place,
  revenuePath,
  sumOver,
} from '../world/claim-measures';
import { type hostClaims, loop, unmoved, wound } from '../world/claims-hosts';
import { fate, forSize, least, type Measures, money, percent, percentBeside, type Told, who } from './claim-facts';
import { possessive } from './words';

/** What the claims about one firm each were measured by, in words. */
export const hostFacts: Readonly<Record<keyof typeof hostClaims, (told: Told) => Measures>> = {
  'microsoft-loop': ({ network, future }) => {
    const { given, home } = chequesOf(network, place(network, 'microsoft'))(future);
    const threshold = percent(loop);
    if (given <= nothing)
      return { cheques: 'Microsoft puts nothing into labs here, and nothing can come home', threshold };
    const short = home < loop * given ? `, under the ${threshold} that would make a loop` : '';
    const cheques = `Of ${money(given)} that Microsoft puts into labs, ${money(home)} comes home: ${percentBeside(home / given, loop)}${short}`;
    return { cheques, threshold };
  },
  'amazon-diversified': (told) => ({ ...losses(told, 'amazon'), threshold: percent(wound) }),
  'google-conflict': ({ network, future }) => {
    const { quarters, contracts, firms } = network;
    const google = place(network, 'google');
    const path = revenuePath(firms[google], quarters);
    const hosted = contracts.flatMap(({ payee }, c) => (payee === 'google' ? [c] : []));
    const paid = sumOver(0, quarters, (t) =>
      hosted.reduce((sum, c) => sum + future.series('contract.paid').at(t, c), 0),
    );
    // Customers who came over from a lab that failed may more than make up for it.
    const eroded = sumOver(0, quarters, (t) => path[t] - future.series('firm.own').at(t, google));
    return { eroded: money(Math.max(0, eroded)), paid: money(paid) };
  },
  'meta-independent': (told) => {
    const { network, future } = told;
    const meta = place(network, 'meta');
    const share = percentBeside(builtShareOf(future, network, meta), unmoved);
    return { ...losses(told, 'meta'), share, threshold: percent(unmoved) };
  },
  'tsmc-insulated': (told) => {
    const { network, future } = told;
    const tsmc = place(network, 'tsmc');
    const fall = (i: number) => deepestFall(future, i, network.quarters);
    // A lab that has yet to grow up has no peak to fall from: where others do as well they are named.
    const other = least(
      [...othersOf(network), ...labsOf(network)].filter((i) => i !== tsmc),
      fall,
    );
    const never = 'never falls';
    const depth = (i: number) => (fall(i) < 0.005 ? never : `falls by ${percent(fall(i))} at the deepest`);
    const [own, shallowest, name] = [depth(tsmc), depth(other), told.names[other]];
    if (own !== shallowest) return { falls: `TSMC’s income ${own}, and ${possessive(name)} ${shallowest}` };
    if (own === never) return { falls: `TSMC’s income ${own}, nor does ${possessive(name)}` };
    const beside = fall(other) < fall(tsmc) ? 'a little less' : 'no less';
    return { falls: `TSMC’s income ${own}, and ${possessive(name)} by ${beside}` };
  },
  'oracle-exposed': (told) => {
    const { firms, contracts, quarters } = told.network;
    const tenants = firms.flatMap(({ id }, i) =>
      contracts.some(({ payer, payee }) => payer === id && payee === 'oracle') && falls(told.future, i, quarters)
        ? [i]
        : [],
    );
    return { ...losses(told, 'oracle'), tenants: who(told, tenants) };
  },
  'microsoft-best-placed': (told) => {
    const { network, future, names } = told;
    const microsoft = place(network, 'microsoft');
    const size = (i: number) => lossForSize(future, i);
    const other = least(
      hostsOf(network).filter((i) => i !== microsoft),
      size,
    );
    return { own: forSize(size(microsoft)), other: names[other], least: forSize(size(other)) };
  },
  'amazon-survives-bankruptcies': (told) => losses(told, 'amazon'),
  'google-buffered': (told) => {
    const { network, future } = told;
    const google = place(network, 'google');
    const kept = network.firms[google].cash + keptByItself(future, google, network.quarters);
    const end = `is restructured in ${told.quarter(future.fellAt(google))}`;
    const short = `be ${money(-kept)} short by the end${falls(future, google, network.quarters) ? `. It ${end}` : ''}`;
    const without = `Without any rent Google would ${kept >= 0 ? `not be short, but here it ${end}` : short}`;
    return { kept: money(Math.max(0, kept)), without };
  },
};

/** What a firm writes off by the failure of others, with what that is for its size, and what becomes of it. */
function losses(told: Told, id: string): Measures {
  const { network, future, quarter } = told;
  const firm = place(network, id);
  const loss = lossOf(future, firm);
  return {
    loss: money(loss) === 'nothing' ? 'nothing' : `${money(loss)} (${forSize(lossForSize(future, firm))})`,
    fate: fate(told, firm),
    when: quarter(future.fellAt(firm)),
  };
}
