using System.Text.Json;

namespace Enrollment.Domain;

/// <summary>How a fault code stands in answers, resource files and logs.</summary>
public static class FaultCodeWireForm
{
    /// <summary>The name in kebab-case: <c>child-is-guardian</c>.</summary>
    public static string ToWireForm(this FaultCode code) => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());
}
