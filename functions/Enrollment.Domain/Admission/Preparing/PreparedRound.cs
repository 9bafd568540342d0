using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Admission.Preparing;

/// <summary>A round's list, and who stands behind its tickets.</summary>
/// <param name="List">Free of personal data.</param>
/// <param name="Children">In the list's order of tickets; confidential.</param>
/// <param name="Attentions">What a person must or should look at.</param>
public sealed record PreparedRound(AdmissionList List, IReadOnlyList<RoundChild> Children, IReadOnlyList<Attention> Attentions);

/// <summary>Whose ticket it is.</summary>
public sealed record RoundChild(RowCode Ticket, ApplicationId Application);
