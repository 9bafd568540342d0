using CsCheck;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Tests.Verification.Histories;

/// <summary>
/// What the departments say of one family, as they said it and as it is delivered: each message and callback one to five times, in any
/// order. Only the first planning message stays first, because nobody is asked before it.
/// </summary>
internal sealed record Deliveries(HistoryFamily Family, bool[] CallsBack, IReadOnlyList<HistoryStep> Said, IReadOnlyList<HistoryStep> Delivered)
{
    private const int MostTimes = 5;

    private static readonly Gen<Word> Final = Gen.Frequency((6, Word.Good), (1, Word.Bad), (1, Word.NoRecord));

    public static Gen<Deliveries> Any { get; } =
        Gen.Select(Gen.OneOf([.. HistoryFamily.All]), Gen.Bool.Array[4], Final.Array[4], Gen.Int[1, MostTimes].Array[9]).SelectMany(drawn =>
        {
            var (family, callsBack, words, times) = drawn;
            var said = family.Asked.SelectMany(department => Of(department, words[(int)department], callsBack[(int)department]))
                .Prepend(new HistoryStep.Start()).ToList();
            var repeated = said.SelectMany((step, i) => Enumerable.Repeat(step, i == 0 ? times[0] - 1 : times[i])).ToArray();
            return Gen.Shuffle(repeated).Select(delivered => new Deliveries(family, callsBack, said, [said[0], .. delivered]));
        });

    public override string ToString() => $"{Family}: {string.Join("; ", Delivered)}";

    private static IEnumerable<HistoryStep> Of(Department department, Word word, bool callsBack) => callsBack
        ? [new HistoryStep.Hear(department, Word.Promise), new HistoryStep.Hear(department, word)]
        : [new HistoryStep.Hear(department, word)];
}
