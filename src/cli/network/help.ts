export const help = `Answers one request about any network of nodes 0, 1, .. n-1, in JSON.

  npm run --silent network -- FILE

FILE    one JSON object, as below; - reads it from standard input
--help  this text

The answer is one line of JSON. Bad requests: one line on stderr that names the field, and exit code 2.

A matrix M is given in full, [[M00, M01, ..], ..], or by its entries that are not zero: "n" nodes, and "edges": [[i, j, M_ij], ..].
Edges that occur twice add up. Amounts are in any unit, finite and not negative. Fields in brackets may be left out.

clear     Who pays what, if creditors share pro rata what there is (Eisenberg and Noe 2001; with default costs Rogers and Veraart 2013)
  L           L_ij is what i owes j; or "classes": [L0, L1, ..] by priority, L0 is paid first (with "n" each by its edges)
  e           what each node has outside the network
  [b]         what each node owes outside, sharing pro rata with L (with the last of the classes); 0
  [senior]    what each node owes outside and pays before anything else; 0
  [alpha]     share of e that is left in default, 0 to 1; 1
  [beta]      share of what is received that is left in default, 0 to 1; 1
  answers     greatest and (with one class) least clearing vector: what each node pays on L and b; payments, the same by class;
              defaulted, rounds and waves of default on the way to the greatest; residual (the most by which greatest breaks its rule) and
              bound (the most by which it may be off; the threshold of solvency is part of the rule; null where it cannot be excluded that rounding decides who defaults), and leastResidual and leastBound

cascade   Who is dragged down if a node in default pays a fixed share of what it owes (Furfine 2003; with recovery 0 Gai and Kapadia 2010)
  L, e, [b], [senior]  as above; b and senior come to the same, for both have to be paid in full
  [recovery]  share of its debts that a node in default pays, 0 to 1; 0
  [failed]    nodes that fail first, whatever they have; none
  answers     defaulted, waves (who falls in which), rounds (how many waves)

debtrank  How a loss of equity spreads before anybody defaults (Battiston 2012, Bardoscia 2015)
  claims      claims_ij is i's claim on j: the transpose of L
  buffer      equity of each node, above 0
  shock       share of its buffer that each node has lost at first, 0 to 1
  [weights]   weight of each node in the sum, brought to a total of 1; the buffers
  [mode]      "linear": every loss is passed on, solved exactly; "single": a node passes on once; "linear"
  [cap]       true: one claim costs its owner at most the whole buffer (Battiston); false: no limit (Bardoscia); true
  [frozen]    with "single", true: who has passed stress on takes up none any more; false (as published)
  [losses]    "capped": a node loses no more than its buffer; "uncapped": also what its own creditors bear; "capped"
  answers     stress (0 to 1), debtrank (weighted sum of stress less shock), losses in money, defaulted (stress 1),
              residual (the most by which stress breaks its equation)

trace     Where the money that passes through each node came in, if a node spends what it has in proportion (Bialek 1996)
  flows       flows_ij is what i pays j
  sources     for each node an object: what enters there from outside, by label
  answers     shares (for each node by label; they add up to 1 where money passes), throughflow (all that enters a node)

leontief  What each industry has to produce
  A           A_ij is what of product i one unit of product j takes
  demand      final demand by product
  answers     output, the least that meets the demand

absorb    Where a Markov chain ends, and when
  transitions transitions_ij is the probability of a step from i to j; rows add up to 1; a state that stays, or has a row of zeros, absorbs
  [into]      the absorbing states that are asked for; all
  answers     absorbing, probabilities (for each state an object, by absorbing state), steps (expected; null where the chain may never end)

Equality is solvency, within a share of 1e-12: who can just pay pays in full. Who owes nothing never defaults. Nodes do not owe themselves.
`;
