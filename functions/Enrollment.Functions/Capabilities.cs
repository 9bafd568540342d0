using Enrollment.Functions.Admission;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Notices;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Review;
using Enrollment.Functions.Schools;
using Enrollment.Functions.Verification;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions;

/// <summary>The table of contents: every capability registers itself, in the service and in the tests that build one.</summary>
internal static class Capabilities
{
    public static IServiceCollection AddCapabilities(this IServiceCollection services, IConfiguration configuration) => services
        .AddPlatform(configuration)
        .AddDepartments(configuration)
        .AddApplications(configuration)
        .AddVerification(configuration)
        .AddReview(configuration)
        .AddOperators()
        .AddNotices(configuration)
        .AddSchools(configuration)
        .AddAdmission()
        .AddPlacement(configuration);
}
