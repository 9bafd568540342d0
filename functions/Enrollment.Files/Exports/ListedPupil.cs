using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement.Rosters;

namespace Enrollment.Files.Exports;

/// <summary>What is kept of a pupil for the lists of the school.</summary>
public sealed record ListedPupil(string TicketId, string Name, Sex Sex)
{
    public static ListedPupil Of(RosterPupil pupil) => new(pupil.TicketId, pupil.Name.Value, pupil.Sex);

    /// <summary>First character, stars, and the last where there are three or more: 张*明.</summary>
    public string MaskedName
    {
        get
        {
            string[] parts = [.. Name.EnumerateRunes().Select(rune => rune.ToString())];
            return parts.Length < 3 ? $"{parts[0]}*" : $"{parts[0]}{new string('*', parts.Length - 2)}{parts[^1]}";
        }
    }

    public string TicketEnd => TicketId.Length <= 4 ? TicketId : TicketId[^4..];

    public override string ToString() => nameof(ListedPupil);
}
