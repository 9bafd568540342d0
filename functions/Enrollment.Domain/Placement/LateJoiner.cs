using System.Text;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Placement;

/// <summary>A pupil who comes after the draw and is placed by a link of the late chain (docs/placement-record.md section 9; DOMAIN.md 3.3 B9).</summary>
/// <param name="Row">Stands for the pupil in public.</param>
/// <param name="Sex">Whose classes are looked at first.</param>
/// <param name="SpecialNeeds">Counts towards the cap.</param>
/// <param name="Link">The link revealed for this pupil.</param>
/// <param name="Class">The class drawn, from 1.</param>
public sealed record LateJoiner(RowCode Row, Sex Sex, bool SpecialNeeds, Digest Link, int Class);

/// <summary>Places those who come late, one after the other.</summary>
public static class LateJoiners
{
    /// <summary>The class of the next late joiner; null when no class has room for them.</summary>
    public static int? Place(PlacementResult result, IReadOnlyList<LateJoiner> before, RowCode row, Sex sex, bool specialNeeds, Digest link)
    {
        var list = result.List;
        var (sexes, heads, special) = (new int[list.Classes], new int[list.Classes], new int[list.Classes]);
        void Count(int number, Sex ofSex, bool withSpecialNeeds)
        {
            heads[number - 1]++;
            sexes[number - 1] += ofSex == sex ? 1 : 0;
            special[number - 1] += withSpecialNeeds ? 1 : 0;
        }

        for (var i = 0; i < list.Rows.Count; i++)
            Count(result.ClassOf(i), list.Rows[i].Sex, list.Rows[i].SpecialNeeds);
        foreach (var joiner in before)
            Count(joiner.Class, joiner.Sex, joiner.SpecialNeeds);
        int[] open = [.. Enumerable.Range(0, list.Classes)
            .Where(c => heads[c] < list.Capacities[c] && (!specialNeeds || list.SpecialNeedsCap is not { } cap || special[c] < cap))];
        if (open.Length == 0)
            return null;
        var fewest = open.Min(c => (sexes[c], heads[c]));
        int[] candidates = [.. open.Where(c => (sexes[c], heads[c]) == fewest)];
        var chance = LateChain.SeedOf(link, Encoding.ASCII.GetBytes(row.ToString())).Chance("late");
        return candidates[candidates.Length == 1 ? 0 : chance.Below(candidates.Length)] + 1;
    }
}
