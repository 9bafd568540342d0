using CsCheck;
using Enrollment.Domain.Tests.Verification.Histories;

namespace Enrollment.Domain.Tests.Applications.Seasons;

/// <summary>A child's season as generated: what happens, in its order.</summary>
internal sealed record Season(SeasonFamily Family, IReadOnlyList<SeasonStep> Steps)
{
    private static readonly Gen<Mishap> Mishaps = Gen.Frequency(
        (12, Gen.Const(Mishap.None)), (1, Gen.Const(Mishap.CrashBeforeCommit)), (1, Gen.Const(Mishap.CrashAfterCommit)), (1, Gen.Const(Mishap.Twice)), (1, Gen.Const(Mishap.Stale)));

    private static readonly Gen<Word> Words = Gen.Frequency(
        (6, Gen.Const(Word.Good)), (3, Gen.Const(Word.Bad)), (1, Gen.Const(Word.NoRecord)), (3, Gen.Const(Word.Promise)), (3, Gen.Const(Word.Unreachable)));

    private static readonly Gen<Word> LaterWords = Gen.Frequency((4, Gen.Const(Word.Good)), (2, Gen.Const(Word.Bad)), (1, Gen.Const(Word.NoRecord)));

    private static readonly Gen<long?> Times = Gen.Frequency(
        (4, Gen.Const(0L).Select(_ => (long?)null)),
        (3, Gen.OneOf(0L, 15, 60, 1799, 1800, 86_400, (48 * 3600) - 1, 48 * 3600).Select(seconds => (long?)seconds)),
        (1, Gen.Long[0, 400_000].Select(seconds => (long?)seconds)));

    private static readonly Gen<SeasonStep> Any = Gen.Frequency(
        (10, Gen.Select(Mishaps, Gen.Int[0, 99], Words, LaterWords, (mishap, which, word, later) => (SeasonStep)new SeasonStep.Arrive(mishap, which, word, later))),
        (1, Gen.Int[0, 99].Select(which => (SeasonStep)new SeasonStep.Lose(which))),
        (4, Gen.Select(Mishaps, Times, (mishap, seconds) => (SeasonStep)new SeasonStep.Pass(mishap, seconds))),
        (2, Gen.Select(Mishaps, Deeds(), (mishap, deed) => (SeasonStep)new SeasonStep.Ask(mishap, deed))),
        (10, Gen.Select(Mishaps, Gen.Int[0, SeasonPeople.Count - 1], StaffDeeds(), Gen.Int[0, 4], (mishap, who, deed, claims) => (SeasonStep)new SeasonStep.Act(mishap, who, deed, claims > 0))),
        (1, Gen.Select(Mishaps, Gen.Int[1, 3], Gen.Int[0, 3], (mishap, number, revokes) => (SeasonStep)new SeasonStep.Round(mishap, number, revokes == 0))));

    public static Gen<Season> One { get; } = Gen.Select(Gen.OneOf([.. SeasonFamily.All]), Any.Array[5, 90], (family, steps) => new Season(family, steps));

    public override string ToString() => $"{Family}: {string.Join("; ", Steps)}";

    // What takes two people, or a person after a decision, needs luck enough without being rare itself; what ends a case comes seldom.
    private static Gen<StaffDeed> StaffDeeds() => Gen.Frequency(
        (4, Of(StaffDeed.Claim, StaffDeed.Release, StaffDeed.ConfirmPolice, StaffDeed.RejectPolice, StaffDeed.ConfirmCivilAffairs, StaffDeed.WaiveProperty,
            StaffDeed.ConfirmSocialSecurity, StaffDeed.AskForPapers, StaffDeed.EstablishLesser, StaffDeed.Defer)),
        (5, Of(StaffDeed.ProposeLesser, StaffDeed.ProposeCoordination, StaffDeed.ConfirmRefusal, StaffDeed.ConfirmRefusal, StaffDeed.RejectRefusal)),
        (2, Of(StaffDeed.ProposeVoid, StaffDeed.ConfirmVoid, StaffDeed.RejectVoid)),
        (4, Of(StaffDeed.Uphold, StaffDeed.ChangeToClaimed)),
        (1, Of(StaffDeed.HandOver, StaffDeed.TransferOut, StaffDeed.EstablishClaimed)));

    private static Gen<StaffDeed> Of(params StaffDeed[] deeds) => Gen.OneOf([.. deeds.Select(deed => Gen.Const(deed))]);

    // Nobody withdraws often, or every history would end there.
    private static Gen<ParentDeed> Deeds() => Gen.Frequency(
        (12, Gen.Enum<ParentDeed>().Where(deed => deed is not ParentDeed.Withdraw)), (8, Gen.Const(ParentDeed.Object)), (1, Gen.Const(ParentDeed.Withdraw)));
}
