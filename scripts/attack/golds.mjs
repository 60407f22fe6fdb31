// Hand-picked golds, each with answers that are surely wrong: another value, by exact construction.

/**
 * Wrong answers are parted by `¦`. `traits` say what a core may not do to a gold: `absorbs`: a constant takes up any added
 * number; `decimal`: what rounds to the gold is right; `rounds`: a rounding may stand beside it; `statement`: a relation,
 * to which a further true one adds nothing; `region`: a set of numbers, which a part of it adds nothing to; `arithmetic`:
 * a rational number; `zero`, `infinite`, `empty`, `shifted`: a product with it may be the gold; `letter`, `truth`, `words`: an option,
 * yes or no, words or notation that may not read.
 */
const rows = [
  {
    gold: String.raw`42`,
    wrong: String.raw`
    41 ¦ 43 ¦ -42 ¦ 420 ¦ 4.2 ¦ 42.5 ¦ 42/2 ¦ 42^2 ¦ 42! ¦ 24 ¦ 4\_2 ¦ 4^2 ¦ 0x42 ¦ 42i ¦
    .42 ¦ 42.42 ¦ 1/42 ¦ 42\cdot 42 ¦ -(-(-42)) ¦ 4,2 ¦ 4;2 ¦ 42e1 ¦ 42\%\% ¦
    \sqrt{42} ¦ (42, 42) ¦ [42, 43] ¦ (41, 43) ¦ 42:1:1 ¦ \pm 42 ¦ \mp 42 ¦ |{-42}|+1 ¦ 4\u0338
    2+1 ¦ \u202e24 ¦ n=42k ¦ 42x ¦ \infty ¦ \text{forty-one} ¦ \text{forty two hundred} ¦ 四十三
    `,
  },
  {
    gold: String.raw`7`,
    wrong: String.raw`
    -7 ¦ 70 ¦ 0.7 ¦ \frac{1}{7} ¦ 7.5 ¦ \sqrt{7} ¦ 7i ¦ 7^{-1} ¦ 17 ¦ 0.\overline{7} ¦ 111_3 ¦
    7_8+1 ¦ \{6,7,8\} ¦ 7k ¦ 7! ¦ 7!! ¦ \lfloor 8 \rfloor ¦ \lceil 6 \rceil
    `,
  },
  {
    gold: String.raw`\frac{3}{8}`,
    wrong: String.raw`
    \frac{8}{3} ¦ \frac{3}{7} ¦ 0.38 ¦ 0.37 ¦ 3.8 ¦ \frac{38}{100} ¦ \frac{-3}{8} ¦ 3\frac{1}{8} ¦
    \frac{3}{8}\% ¦ 38\% ¦ (3, 8) ¦ \binom{3}{8} ¦ 3\div 8\div 8 ¦ \frac{3}{8x} ¦ 3^8 ¦
    \frac{33}{88}+\frac{1}{88^9}
    `,
  },
  {
    gold: String.raw`2\pi`,
    wrong: String.raw`
    6.28 ¦ 6.283 ¦ \pi^2 ¦ \frac{44}{7} ¦ 2 ¦ \pi+2 ¦ 2\pi+10^{-30} ¦ 360 ¦ \pi ¦ 2p ¦ 6.2831853 ¦
    \frac{710}{113} ¦ 2\pi i ¦ 2\pi k
    `,
    traits: ['rounds'],
  },
  {
    gold: String.raw`\sqrt{3}-\sqrt{2}`,
    wrong: String.raw`
    0.3178 ¦ \sqrt{5-2\sqrt{5}} ¦ \sqrt{3}+\sqrt{2} ¦ \sqrt{2}-\sqrt{3} ¦
    \frac{1}{\sqrt{3}-\sqrt{2}}
    `,
    traits: ['rounds'],
  },
  {
    gold: String.raw`x^2-1`,
    wrong: String.raw`
    x^2+1 ¦ (x-1)^2 ¦ x^2-1+10^{-40} ¦ -1 ¦ x ¦ 1-x^2 ¦ y^2-1 ¦ x^2-1^{x-x+2}+0^{x} ¦
    \frac{(x^2-1)(x^2+1)}{x^2+2} ¦ x^{2}-\sin^2 x-\cos^3 x ¦ |x^2-1| ¦ x_2-1 ¦
    \sqrt{(x^2-1)^2} ¦ e^{\ln x^2}-1+\frac{1}{x^{99}}
    `,
  },
  {
    gold: String.raw`(3,-2)`,
    wrong: String.raw`
    (-2,3) ¦ (3,2) ¦ \{3,-2\} ¦ 3 ¦ (3,-2,0) ¦ \emptyset ¦ \{\} ¦ 3;-2;1 ¦ (-3,-5) ¦ 3i-2j+k ¦
    (3,-2)\cup(0,1)
    `,
  },
  {
    gold: String.raw`[1,2]`,
    wrong: String.raw`
    (1,2) ¦ [1,2) ¦ [1,3] ¦ (1,2] ¦ \mathbb{R} ¦ 1\le x ¦ \{1,2\} ¦ [2,1]+1 ¦ 1.2 ¦
    [1,2]\times[1,2] ¦ \emptyset
    `,
    traits: ['words'],
  },
  {
    gold: String.raw`\{1,2,3\}`,
    wrong: String.raw`
    \{1,2\} ¦ \{1,2,3,4\} ¦ (1,2,3,4) ¦ \{1\} ¦ 6 ¦ \{1,2,4\} ¦ \{1,\ldots,4\} ¦ [1,3] ¦ \{x: 1\le x\le 3\}
    ¦ \mathbb{N} ¦ \{\{1,2,3\}\} ¦ \{1,2,3,\emptyset\} ¦ 123 ¦ 1\cdot2\cdot3 ¦ \{n\in\mathbb{Z}: n<4\}
    `,
  },
  {
    gold: String.raw`x=3`,
    wrong: String.raw`
    x=4 ¦ x\ne 3 ¦ x>3 ¦ x=x ¦ x ¦ x\in\mathbb{R} ¦ -3 ¦ x^2=9 ¦ x=\pm3 ¦ (x-3)(x-4)=0 ¦ x=3k ¦ x\ge
    3 ¦ 0=0 ¦ x=3\text{ or }x=4 ¦ x \approx 3.001 ¦ x=33
    `,
    traits: ['statement'],
  },
  {
    gold: String.raw`5\text{ cm}`,
    wrong: String.raw`
    5\text{ m} ¦ 5\text{ mm} ¦ 0.5\text{ cm} ¦ 5\text{ kg} ¦ 5\text{ cm}^2 ¦ 50 ¦ 5\text{ m cm} ¦
    5^{\text{cm}} ¦ 5\text{ centi} ¦ \frac{5}{\text{cm}} ¦ 5\text{ cm/s} ¦ 5\text{ cm } 3
    `,
  },
  {
    gold: String.raw`50\%`,
    wrong: String.raw`
    5\% ¦ 0.05 ¦ \frac{1}{20} ¦ 500 ¦ 55\% ¦ 0.005 ¦ 50\%\% ¦ 1/50 ¦ -50\% ¦ 50\text{ percentage points
    more} ¦ 5000\% ¦ 50\text{ per mille}
    `,
  },
  {
    gold: String.raw`0.125`,
    wrong: String.raw`
    0.124 ¦ \frac{1}{9} ¦ 0.13 ¦ 1.25 ¦ -0.125 ¦ 0.12 ¦ 12.6\% ¦ 125 ¦ 0,124 ¦ .0125
    `,
    traits: ['decimal'],
  },
  {
    gold: String.raw`3.14159`,
    wrong: String.raw`
    3.1416 ¦ 3.1415 ¦ 3.14 ¦ \frac{22}{7} ¦ 3 ¦ 3.14160 ¦ 314159 ¦ \frac{355}{114}
    `,
    traits: ['decimal'],
  },
  {
    gold: String.raw`\text{C}`,
    wrong: String.raw`
    A ¦ B ¦ D ¦ E ¦ AC ¦ A, C ¦ BC ¦ \text{c or d} ¦ C_1 ¦ CC ¦ C^2 ¦ °C ¦ 100
    `,
    traits: ['letter', 'words'],
  },
  {
    gold: String.raw`-\frac{1}{12}`,
    wrong: String.raw`
    \frac{1}{12} ¦ 12 ¦ -0.083 ¦ -\frac{1}{21} ¦ \infty ¦ 1+2+3+\cdots ¦ -0.08333333 ¦ \frac{-1}{-12} ¦
    -1\frac{1}{2}
    `,
    traits: ['rounds'],
  },
  {
    gold: String.raw`\frac{x^3}{3}+C`,
    wrong: String.raw`
    \frac{x^3}{3} ¦ x^3+C ¦ \frac{x^2}{3}+C ¦ C ¦ \frac{x^3}{3}+Cx ¦ \int x^2\,dx+x ¦ C\frac{x^3}{3} ¦
    \frac{x^3}{3}+x
    `,
    traits: ['absorbs'],
  },
  {
    gold: String.raw`1+2i`,
    wrong: String.raw`
    1-2i ¦ 2+i ¦ 1+2 ¦ 3 ¦ -1+2i ¦ \sqrt{5} ¦ \overline{1+2i} ¦ |1+2i| ¦ (1+2i)^{-1} ¦ (1,2,0) ¦ 1+2\cdot 1
    ¦ 1+2i^2
    `,
  },
  {
    gold: String.raw`\begin{pmatrix}1&2\\3&4\end{pmatrix}`,
    wrong: String.raw`
    \begin{pmatrix}1&3\\2&4\end{pmatrix} ¦ -2 ¦ (1,2,3,4) ¦ \begin{pmatrix}1\\2\\3\\4\end{pmatrix} ¦
    \begin{vmatrix}1&2\\3&4\end{vmatrix} ¦ \begin{pmatrix}1&2\\3&4\end{pmatrix}^T ¦
    \begin{pmatrix}1&2\\3&4\end{pmatrix}^{-1} ¦ \{1,2,3,4\}
    `,
  },
  {
    gold: String.raw`10^{100}`,
    wrong: String.raw`
    10^{99} ¦ 10^{100}+1 ¦ 100^{10} ¦ 10^{10^{2}+1} ¦ 1e99 ¦ \text{googolplex} ¦ 9.99\times10^{99} ¦
    10^{-100} ¦ \infty ¦ 101_{10}00
    `,
    traits: ['rounds'],
  },
  {
    gold: String.raw`100!`,
    wrong: String.raw`
    99! ¦ 100!+1 ¦ 100!! ¦ 101! ¦ \Gamma(100) ¦ 9.3326215443944\times 10^{157} ¦ \prod_{k=1}^{99} k ¦
    \binom{100}{50} ¦ 100
    `,
    traits: ['rounds'],
  },
  {
    gold: String.raw`\emptyset`,
    wrong: String.raw`
    0 ¦ \{0\} ¦ \{\emptyset\} ¦ \text{DNE} ¦ \infty ¦ \mathbb{R} ¦ x ¦ [0,0] ¦ \text{nothing but } 0 ¦ \{1\}
    \cap \{1\}
    `,
    traits: ['empty'],
  },
  {
    gold: String.raw`\infty`,
    wrong: String.raw`
    -\infty ¦ 0 ¦ 10^{100} ¦ \pm\infty ¦ 8 ¦ \emptyset ¦ \frac{1}{0.0001} ¦ \infty-1-\infty ¦ \text{DNE}
    `,
    traits: ['infinite'],
  },
  {
    gold: String.raw`0`,
    wrong: String.raw`
    10^{-50} ¦ -1 ¦ \emptyset ¦ 1-0.999 ¦ \frac{1}{\infty!} ¦ 0! ¦ 0^0 ¦ \sqrt{10^{-60}} ¦
    \sin(\pi+10^{-9}) ¦ -0.0001 ¦ 0\pm 1 ¦ \text{none but } 1 ¦ e^{-1000} ¦ \frac{0}{0} ¦ \lfloor 1 \rfloor
    `,
    traits: ['zero'],
  },
  {
    gold: String.raw`3.5\times 10^{-7}`,
    wrong: String.raw`
    3.5\times 10^{7} ¦ 3.5e7 ¦ 3.5 ¦ 35\times 10^{-7} ¦ 3.5\times 10-7 ¦ 3.5\times 10^{-8} ¦ 0.0000035 ¦
    -3.5\times 10^{-7}
    `,
  },
  {
    gold: String.raw`30^\circ`,
    wrong: String.raw`
    30\text{ rad} ¦ 31^\circ ¦ 30' ¦ \frac{\pi}{3} ¦ 60^\circ ¦ -30^\circ ¦ 330^\circ
    ¦ 390^\circ
    `,
    traits: ['words'],
  },
];

const parts = (text) =>
  text
    .split('¦')
    .map((part) => part.trim().replaceAll(/\s+/g, ' '))
    .map((part) =>
      part.replaceAll(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    );

/** One hand-picked attack a row. */
export const tableAttacks = rows.map(({ gold, wrong, traits = [] }) => {
  const texts = parts(wrong);
  return { name: `table ${gold}`, make: (r) => ({ gold, wrong: r.pick(texts), traits }) };
});
