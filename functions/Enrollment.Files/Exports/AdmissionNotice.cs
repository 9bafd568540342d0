using Enrollment.Domain.Draws;

namespace Enrollment.Files.Exports;

/// <summary>What a notice of admission says. Personal data: it goes to the school and to the family.</summary>
/// <param name="SchoolName">The school.</param>
/// <param name="School">Its code.</param>
/// <param name="Year">The intake year.</param>
/// <param name="Round">The round that gave the place.</param>
/// <param name="Ticket">What stands for the child in the published record.</param>
/// <param name="ChildName">The child.</param>
/// <param name="OfferedOn">The day of the offer, in the bureau's calendar.</param>
/// <param name="Result">Digest of the round's result.</param>
public sealed record AdmissionNotice(string SchoolName, string School, int Year, string Round, string Ticket, string ChildName, DateOnly OfferedOn, Digest Result)
{
    /// <summary>Without the name.</summary>
    public override string ToString() => $"AdmissionNotice {{ {Ticket} }}";
}
