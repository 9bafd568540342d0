using Enrollment.Domain;
using Enrollment.Domain.Draws.Ceremonies;

namespace Enrollment.Functions.Draws;

/// <summary>What a refused step of a ceremony is called outside.</summary>
internal static class CeremonyProblems
{
    public static FaultCode CodeOf(CeremonyRefusal refusal) => refusal switch
    {
        CeremonyRefusal.NotSealed => FaultCode.DrawNotSealed,
        CeremonyRefusal.AlreadySealed => FaultCode.DrawAlreadySealed,
        CeremonyRefusal.NotCommitted => FaultCode.DrawNotCommitted,
        CeremonyRefusal.AlreadyCommitted => FaultCode.DrawAlreadyCommitted,
        CeremonyRefusal.SecretIsNotTheCommitted => FaultCode.DrawSecretNotCommitted,
        CeremonyRefusal.NotDrawn => FaultCode.DrawNotDrawn,
        CeremonyRefusal.AlreadyDrawn => FaultCode.DrawAlreadyDrawn,
        CeremonyRefusal.BeingDrawn => FaultCode.DrawBeingDrawn,
        CeremonyRefusal.VoidNotRequested => FaultCode.VoidNotRequested,
        CeremonyRefusal.VoidAlreadyRequested => FaultCode.VoidAlreadyRequested,
        CeremonyRefusal.SecondPersonNeeded => FaultCode.SecondPersonNeeded,
        CeremonyRefusal.IsVoid => FaultCode.DrawIsVoid,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
