using System.Globalization;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Domain.Placement;

namespace Enrollment.Functions.Placement;

/// <summary>A placement as everybody sees it; staff see the warnings too.</summary>
internal sealed record PlacementView(string School, int Year, string Run, string Status, string? Sha256, string? Sm3, string? Commitment, string? LateCommitment,
    string? Secret, string? Entropy, string? ResultSha256, string? VoidReason, bool VoidRequested, IReadOnlyList<string>? Warnings, IReadOnlyList<LateView> Late)
{
    public static PlacementView Of(StoredPlacement placement, IReadOnlyList<LateJoiner> late, CultureInfo language, bool forStaff)
    {
        var state = placement.Ceremony.State;
        var voided = state as CeremonyState.Voided;
        var parts = CeremonyParts.Of(voided?.Before ?? state);
        return new PlacementView(placement.Name.School, placement.Name.Year, placement.Name.Run, state.Status.ToString(),
            parts.Digests?.Sha256.ToString(), parts.Digests?.Sm3.ToString(), parts.Commitments?.Secret.ToString(), parts.Commitments?.Late?.ToString(),
            parts.Inputs?.Secret.Reveal(), parts.Inputs?.Entropy.Text, parts.Result?.ToString(),
            voided?.Why.Reason ?? (forStaff ? placement.Ceremony.VoidRequested?.Reason : null), placement.Ceremony.VoidRequested is not null,
            forStaff ? [.. placement.Warnings.Select(warning => Platform.Http.Texts.Get($"PlacementWarning.{warning}", language))] : null,
            [.. late.Select(LateView.Of)]);
    }
}

/// <summary>A late joiner as everybody sees them.</summary>
internal sealed record LateView(string Row, string Sex, bool SpecialNeeds, string Link, int Class)
{
    public static LateView Of(LateJoiner joiner) =>
        new(joiner.Row.ToString(), joiner.Sex.ToString(), joiner.SpecialNeeds, joiner.Link.ToString(), joiner.Class);
}
