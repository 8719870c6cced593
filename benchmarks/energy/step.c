/*
 * The fleet step in C, for the distance to the machine's limit: the same physics as assembly/shadows-edge.ts in float,
 * sixty-four satellites of a plane in hand, which the compiler turns into the widest vectors that it likes. It reads
 * the constants that the WebAssembly make uses (wasm-layout.ts) and prints million satellite-steps a second, its
 * processor's clock and a checksum.
 *
 *   step FILE TILES ROUNDS      FILE: float64; number of planes, then each plane's count and constants
 */
#pragma GCC optimize("finite-math-only", "no-signed-zeros", "no-trapping-math", "no-math-errno")
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { LANES = 64, TILE = 60, CONSTANTS = 51, STATES = 7, SUMS = 11 };
enum { ZENITH, CHANGE, WARMTH, DRAWN, ENTRY, COOLANT, RADIATOR };
enum { SUNLIT, LIT, ARRAY, LOSS, SHORT, CHIPS, POWERED, WORK, MEAN, HOTTEST, LEAST };

static inline float least(float a, float b) { return b < a ? b : a; }
static inline float most(float a, float b) { return a < b ? b : a; }

static void tile(const float *c, float s[STATES][LANES], float sum[SUMS][LANES]) {
  for (int step = 0; step < TILE; step++) {
    for (int i = 0; i < LANES; i++) {
      float zenith = s[ZENITH][i];
      float sunlit = most(0, least(1, c[1] + c[2] * zenith));
      float dark = 1 - sunlit;
      float lit = most(0, zenith);
      float change = s[CHANGE][i] - c[0] * zenith;
      s[CHANGE][i] = change;
      s[ZENITH][i] = zenith + change;
      float off = sunlit - s[WARMTH][i];
      float array = sunlit * (c[3] - c[4] * (s[WARMTH][i] + c[6] * off));
      s[WARMTH][i] += c[5] * off;
      float drawn = s[DRAWN][i];
      float entry = least(s[ENTRY][i] * dark, drawn);
      s[ENTRY][i] = entry;
      float ration = most(c[9], least(c[10], c[12] - entry * c[11]));
      float asked = c[8] + dark * ration;
      float spare = array - c[7];
      float givable = most(c[18] * dark, drawn);
      float takable = least(c[17] * sunlit, most(0, c[14] + drawn * c[15]));
      float first = least(c[19] * sunlit, takable);
      float powered = most(0, least(asked, spare - first - givable));
      float coolant = s[COOLANT][i], radiator = s[RADIATOR][i];
      float between = coolant - radiator;
      float square = radiator * radiator;
      float emission = c[20] * square;
      float per = 1 / (c[22] + c[21] * (emission * radiator));
      float taken = c[23] + c[24] * sunlit + c[25] * lit + c[27] * between;
      float idleStep = (taken - emission * square) * per;
      float idleCoolant = coolant + c[26] * (idleStep - between);
      float chips = least(powered, most(0, c[29] - idleCoolant * c[30]));
      float net = spare - chips;
      float balance = most(net, givable);
      float charge = least(balance, takable);
      float loss = c[16] * most(0, charge);
      float left = drawn - (charge - loss);
      s[DRAWN][i] = left;
      float heat = array - balance + loss;
      float passed = c[26] * per;
      float warmed = idleCoolant + (c[28] + c[26] * passed) * heat;
      s[RADIATOR][i] = radiator + (idleStep + passed * heat);
      s[COOLANT][i] = warmed;
      sum[SUNLIT][i] += sunlit;
      sum[LIT][i] += lit;
      sum[ARRAY][i] += array;
      sum[LOSS][i] += loss;
      sum[SHORT][i] += balance - net;
      sum[CHIPS][i] += chips;
      sum[POWERED][i] += powered;
      sum[WORK][i] += most(chips, c[13]);
      sum[MEAN][i] += radiator;
      sum[HOTTEST][i] = most(sum[HOTTEST][i], warmed + c[31] * chips);
      sum[LEAST][i] = most(sum[LEAST][i], left);
    }
  }
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

/* Additions that wait for each other take one cycle each. */
static double clock_GHz(void) {
  unsigned long x = 1;
  double begin = now();
  for (long i = 0; i < 100000000; i++) __asm__ volatile("add $1,%0" : "+r"(x));
  return 0.1 / (now() - begin);
}

int main(int count, char **given) {
  FILE *file = count > 3 ? fopen(given[1], "rb") : NULL;
  double planes;
  if (!file || fread(&planes, 8, 1, file) != 1) return 2;
  int tiles = atoi(given[2]), rounds = atoi(given[3]), n = (int)planes;
  double *d = malloc(8 * (CONSTANTS + 1) * n);
  if (fread(d, 8 * (CONSTANTS + 1), n, file) != (size_t)n) return 2;
  double check = 0;
  for (int round = 0; round < rounds; round++) {
    double begin = now(), stepped = 0;
    for (int plane = 0; plane < n; plane++) {
      const double *p = d + plane * (CONSTANTS + 1);
      float c[32];
      for (int k = 0; k < 32; k++) c[k] = (float)p[1 + k];
      const double *rest = p + 1;
      int satellites = (int)p[0];
      for (int from = 0; from < satellites; from += LANES) {
        float s[STATES][LANES];
        double u[LANES];
        for (int i = 0; i < LANES; i++) {
          u[i] = 6.283185307179586 * (from + i) / satellites;
          s[WARMTH][i] = 1;
          s[DRAWN][i] = s[ENTRY][i] = (float)(-rest[43] / rest[41]);
          s[COOLANT][i] = 340;
          s[RADIATOR][i] = 330;
        }
        double turn = atan2(rest[36], rest[35]);
        for (int t = 0; t < tiles; t++) {
          float sum[SUMS][LANES] = {{0}};
          for (int i = 0; i < LANES; i++) {
            double cosine = cos(u[i]), sine = sin(u[i]);
            double before = rest[33] * cos(u[i] - turn) + rest[34] * sin(u[i] - turn);
            double zenith = rest[33] * cosine + rest[34] * sine;
            s[ZENITH][i] = (float)zenith;
            s[CHANGE][i] = (float)(zenith - before);
            u[i] += turn * TILE;
            sum[HOTTEST][i] = sum[LEAST][i] = -1e30f;
          }
          tile(c, s, sum);
          for (int i = 0; i < LANES; i++) check += sum[CHIPS][i];
        }
        stepped += (double)LANES * TILE * tiles;
      }
    }
    printf("%.1f %.2f %g\n", stepped / (now() - begin) / 1e6, clock_GHz(), check);
  }
  return 0;
}
