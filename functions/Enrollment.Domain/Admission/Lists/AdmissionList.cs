using Enrollment.Domain.Admission.Supply;

namespace Enrollment.Domain.Admission.Lists;

/// <summary>
/// Everything one round of admission depends on but the seed: sealed and published before the draw, and nothing in it tells who a child is
/// (docs/admission-record.md section 1). Which group comes when, and what decides inside it, is data of the list.
/// </summary>
/// <param name="Round">The round's own id: 1 to 40 letters, digits, hyphens and underscores.</param>
/// <param name="Year">The intake year.</param>
/// <param name="Policy">Id of the policy the groups were established by.</param>
/// <param name="Bundles">How children who ask to stay together are drawn.</param>
/// <param name="Rest">What becomes of a child no stage gives a place.</param>
/// <param name="Schools">In ascending order of code.</param>
/// <param name="Zones">In ascending order of code.</param>
/// <param name="Areas">In ascending order of id.</param>
/// <param name="Groups">The order groups, in any order: stages say which comes first.</param>
/// <param name="Stages">In the order in which they are carried out.</param>
/// <param name="Rows">The children. Their order means nothing; the canonical form has them in ascending order of ticket.</param>
public sealed record AdmissionList(string Round, int Year, string Policy, BundleMode Bundles, RestRule Rest, IReadOnlyList<RoundSchool> Schools,
    IReadOnlyList<RoundZone> Zones, IReadOnlyList<HomeArea> Areas, IReadOnlyList<OrderGroup> Groups, IReadOnlyList<Stage> Stages, IReadOnlyList<AdmissionRow> Rows)
{
    /// <summary>The canonical form, line by line.</summary>
    public IReadOnlyList<string> ToLines() => AdmissionListText.Write(this);

    /// <summary>The canonical form as bytes, every line ended by a line feed: what the digests are of.</summary>
    public byte[] CanonicalBytes() => Placement.CanonicalText.Bytes(ToLines());

    /// <summary>Reads the canonical form and nothing else. Whether a round can be run from it is <see cref="Check"/>'s to say.</summary>
    public static AdmissionListReading Parse(IReadOnlyList<string> lines) => AdmissionListText.Read(lines);

    /// <summary>Everything that keeps the list from being sealed; empty when a round can be run from it and every child ends with an outcome.</summary>
    public IReadOnlyList<AdmissionFault> Check() => AdmissionListCheck.Find(this);
}

/// <summary>How a bundle (捆绑派位, R12) is drawn; it has one lot number in both.</summary>
public enum BundleMode
{
    /// <summary>Before the single children of the same group and sub-order, in order of lot number, where there is room for all of the bundle.</summary>
    PreDraw,
    /// <summary>Among the single children; a bundle that gets a school's last place brings the others along, above the plan by its size less 1 at the most.</summary>
    OverAdmit,
}

/// <summary>What becomes of a child no stage gives a place.</summary>
public enum RestRule
{
    /// <summary>There is no such child: the list is refused unless a last stage places everyone.</summary>
    Nobody,
    /// <summary>The child keeps its public registration (民办未录取, DOMAIN.md 1.9): rounds of private schools.</summary>
    PublicRegistration,
}

/// <summary>What reading a canonical list gives. Closed.</summary>
public abstract record AdmissionListReading
{
    private AdmissionListReading()
    {
    }

    /// <summary>The list.</summary>
    public sealed record Read(AdmissionList List) : AdmissionListReading;

    /// <summary>Not the canonical form: the first line (from 1) that is not as it must be.</summary>
    public sealed record Malformed(int Line) : AdmissionListReading;
}
