using Enrollment.Domain.Draws.Ceremonies;

namespace Enrollment.Functions.Admission;

/// <summary>A round as everybody sees it; the bureau also sees how its work goes.</summary>
internal sealed record RoundView(int Year, string Round, string Status, string? Sha256, string? Sm3, string? Commitment, string? Secret, string? Entropy,
    string? ResultSha256, string? VoidReason, bool VoidRequested, int? Children, DateTimeOffset? PreparedAt, int? Delivered, string? Working)
{
    public static RoundView Of(StoredRound round, bool forStaff)
    {
        var state = round.Ceremony.State;
        var voided = state as CeremonyState.Voided;
        var parts = CeremonyParts.Of(voided?.Before ?? state);
        var isSealed = parts.Digests is not null;
        return new RoundView(round.Name.Year, round.Name.Round, state.Status.ToString(), parts.Digests?.Sha256.ToString(), parts.Digests?.Sm3.ToString(),
            parts.Commitments?.Secret.ToString(), parts.Inputs?.Secret.Reveal(), parts.Inputs?.Entropy.Text, parts.Result?.ToString(),
            voided?.Why.Reason ?? (forStaff ? round.Ceremony.VoidRequested?.Reason : null), round.Ceremony.VoidRequested is not null,
            forStaff || isSealed ? round.Children : null, forStaff ? round.PreparedAt : null, forStaff ? round.Delivered : null, forStaff ? round.Work?.ToString() : null);
    }
}
