using CsCheck;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Tests.Placement;

/// <summary>Small lists with every kind of rule, satisfiable or not.</summary>
internal static class RandomLists
{
    public static readonly Gen<PlacementList> Any =
        from classes in Gen.Int[1, 6]
        from perClass in Gen.Int[0, 8]
        from over in Gen.Int[0, classes - 1]
        from uneven in Gen.Int[0, 3].Array[classes]
        from isEven in Gen.Bool
        from relief in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[1, 3]))
        from cap in Gen.Int[0, 4]
        from hasTeams in Gen.Bool
        from pupils in Pupil(classes).Array[perClass * classes + over]
        from barred in Gen.Int[0, Math.Max(0, pupils.Length - 1)].Array[0, 2]
        let spare = relief > 0 ? 10 : 1
        let capacities = uneven.Select(room => Math.Max(1, perClass + spare + (isEven ? 0 : room - 1))).ToArray()
        let list = Lists.Of(capacities, pupils)
        let teams = Enumerable.Range(1, classes).Select(t => $"t{t}").ToArray()
        select list with
        {
            Relief = relief,
            SpecialNeedsCap = cap == 0 ? null : cap,
            Teams = hasTeams ? teams : null,
            Barred = hasTeams && classes > 2 && pupils.Length > 0 ? [.. barred.Distinct().Select(i => new BarredTeam(teams[i % 2], list.Rows[i].Row))] : [],
        };

    private static Gen<string> Pupil(int classes) =>
        from sex in Gen.OneOf(Gen.Const("M"), Gen.Const("F"))
        from special in Gen.Frequency((5, Gen.Const("")), (1, Gen.Const("1")))
        from bundle in Gen.Frequency((12, Gen.Const("")), (1, Gen.Int[1, 3].Select(b => $" b{b}")))
        from apart in Gen.Frequency((8, Gen.Const("")), (1, Gen.Int[1, 4].Select(a => $" a{a}")), (1, Gen.Int[1, 3].Select(a => $" a{a},{a + 3}")))
        from pin in Gen.Frequency((20, Gen.Const("")), (1, Gen.Int[1, classes].Select(p => $" p{p}")))
        select sex + special + bundle + apart + pin;
}
