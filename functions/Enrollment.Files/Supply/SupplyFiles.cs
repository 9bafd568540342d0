using Enrollment.Files.Supply.Shapes;

namespace Enrollment.Files.Supply;

/// <summary>The files of a district's supply; the streams must be able to seek.</summary>
/// <param name="Schools">Schools with plans, CSV.</param>
/// <param name="Zones">Service areas as lists, CSV.</param>
/// <param name="Map">Service areas as polygons, GeoJSON; null where there is no map.</param>
/// <param name="Buildings">Buildings, CSV; null where there is no list of them.</param>
/// <param name="District">The district the lists are of.</param>
/// <param name="Unit">What map and buildings count in.</param>
public sealed record SupplyFiles(Stream Schools, Stream Zones, Stream? Map, Stream? Buildings, string District, PlaneUnit Unit);
